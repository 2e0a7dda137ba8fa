package org.palimpsest.app.worker;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.palimpsest.app.worker.log.RunCurves;
import org.palimpsest.engine.event.RunFolder;

class CurveShelfTest {
    private final CurveShelf shelf = new CurveShelf();

    private RunCurves put(String id) {
        RunCurves curves = new RunCurves(new RunFolder(Path.of(id)));
        shelf.put(id, curves);
        return curves;
    }

    @Test
    void whatIsTakenBelongsToWhoTookIt() {
        RunCurves curves = put("0001-npo");
        assertThat(shelf.take("0001-npo")).isSameAs(curves);
        assertThat(shelf.take("0001-npo")).isNull();
    }

    @Test
    void runsThatAreGoneAreForgotten() {
        put("0001-npo");
        shelf.keepOnly(Set.of("0002-npo"));
        assertThat(shelf.take("0001-npo")).isNull();
    }

    @Test
    void theOldestGoWhenThereAreTooMany() {
        RunCurves newest = put("0999-npo");
        for (int run = 1; run <= 300; run++) {
            put("%04d-npo".formatted(run));
        }
        assertThat(shelf.take("0999-npo")).isSameAs(newest);
        assertThat(shelf.take("0001-npo")).isNull();
    }
}
