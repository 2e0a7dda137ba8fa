package org.palimpsest.engine.attack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.ndarray.NDArray;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.palimpsest.engine.card.AttackCard;
import org.palimpsest.engine.card.Catalogue;
import org.palimpsest.engine.tensor.Scopes;
import org.palimpsest.engine.testdata.Scene;

/** An attack leaves the attacked as it was. */
class AttackTraceTest {
    @TempDir
    Path folder;

    private Scene scene;

    static Stream<String> attacks() {
        return Catalogue.attacks().stream().map(AttackCard::id);
    }

    @BeforeEach
    void open() throws IOException {
        scene = Scene.in(folder);
    }

    @AfterEach
    void close() {
        scene.close();
    }

    @ParameterizedTest
    @MethodSource("attacks")
    void weightsOfTheAttackedStayTheSameBits(String attack) {
        Map<String, float[]> before = Scene.weights(scene.now());
        Attacking.on(scene, attack, scene.now(), Map.of());
        Scene.weights(scene.now()).forEach((name, row) -> assertThat(row).isEqualTo(before.get(name)));
        assertThat(scene.now().parameters().values()).noneMatch(NDArray::hasGradient);
    }

    @ParameterizedTest
    @MethodSource("attacks")
    void nothingStaysInNativeMemory(String attack) {
        Attacking.on(scene, attack, scene.now(), Map.of());
        long before = Scopes.liveArrays();
        Attacking.on(scene, attack, scene.now(), Map.of());
        assertThat(Scopes.liveArrays()).isEqualTo(before);
    }

    @Test
    void everyCardHasItsAttack() {
        assertThat(Catalogue.attacks())
                .allMatch(card -> Attacks.byId(card.id()).card().equals(card));
    }

    @Test
    void anUnknownAttackIsAnsweredWithThoseThereAre() {
        assertThatThrownBy(() -> Attacks.byId("torture"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContainingAll("torture", "relearning", "quantisation");
    }
}
