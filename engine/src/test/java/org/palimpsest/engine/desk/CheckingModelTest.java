package org.palimpsest.engine.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.palimpsest.engine.event.desk.DeskCommand;
import org.palimpsest.engine.event.desk.DeskReply;
import org.palimpsest.engine.testdata.RawSafetensors;
import org.palimpsest.engine.testdata.TinyWorkspace;

class CheckingModelTest {
    @TempDir
    Path scratch;

    private Path target;

    @BeforeEach
    void prepare() throws Exception {
        TinyWorkspace.in(scratch);
        target = scratch.resolve("target");
    }

    @Test
    void aReportHasAllPartsAndATextToCopy() throws Exception {
        DeskReply.Checked checked =
                Replies.to(new DeskCommand.Check(3, target.toString())).one(DeskReply.Checked.class);
        assertThat(checked.path()).isEqualTo(target.toString());
        assertThat(checked.verdict()).isEqualTo("NOTICE");
        assertThat(checked.parts())
                .extracting(DeskReply.CheckedPart::subject)
                .containsExactly("CONFIGURATION", "FILES", "SHAPES", "VALUES", "TOKENIZER", "TEXT", "EXPECTED");
        assertThat(checked.text()).startsWith(target + ": usable, with notices\n");
    }

    @Test
    void whatIsWrongIsInTheReportAndNoRefusal() throws Exception {
        Path weights = target.resolve("model.safetensors");
        RawSafetensors.read(weights).set("model.norm.weight", 1, Float.NaN).write(weights);
        DeskReply.Checked checked =
                Replies.to(new DeskCommand.Check(3, target.toString())).one(DeskReply.Checked.class);
        assertThat(checked.verdict()).isEqualTo("WRONG");
    }
}
