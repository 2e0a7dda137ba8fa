package org.palimpsest.engine.evaluate;

import java.util.stream.Stream;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.palimpsest.engine.testdata.NeedsSharedData;

/** The same for three models of six layers; minutes of work, so only with {@code -Dpalimpsest.full=true}. */
@NeedsSharedData("tofu-tiny")
@EnabledIfSystemProperty(
        named = "palimpsest.full",
        matches = "true",
        disabledReason = "is run with -Dpalimpsest.full=true alone")
class LargerModelsWholeTofuTest extends WholeTofuTest {

    static Stream<String> models() {
        return LargerModelsScoresTest.models();
    }

    @Override
    String retained() {
        return "retain90";
    }
}
