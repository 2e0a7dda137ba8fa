package org.palimpsest.engine.evaluate;

import java.util.stream.Stream;
import org.palimpsest.engine.testdata.NeedsSharedData;

/**
 * The same on three models of six layers. Those the reference library measured had rounded rotary frequencies, so these have too,
 * except where the folder is to be taken as it is.
 */
@NeedsSharedData("tofu-tiny")
class LargerModelsScoresTest extends TofuScoresTest {

    static Stream<String> models() {
        return Stream.of("base", "full", "retain90");
    }

    @Override
    String target() {
        return "full";
    }

    @Override
    String reference() {
        return "retain90";
    }
}
