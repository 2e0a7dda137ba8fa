package org.palimpsest.app.live.panel;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ObservedGroupsTest {

    @Test
    void forgetAndRetainOfOneQuantityBelongTogether() {
        assertThat(ObservedGroups.group("forget.probability")).isEqualTo("probability");
        assertThat(ObservedGroups.group("retain.truth-ratio")).isEqualTo("truth-ratio");
    }

    @Test
    void partsOfOneQuantityBelongTogether() {
        assertThat(ObservedGroups.group("weight.change.embeddings")).isEqualTo("weight.change");
        assertThat(ObservedGroups.group("gradient.cosine")).isEqualTo("gradient.cosine");
    }
}
