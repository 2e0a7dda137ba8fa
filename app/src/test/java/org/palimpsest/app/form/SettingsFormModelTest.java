package org.palimpsest.app.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.palimpsest.app.workbench.Undo;
import org.palimpsest.engine.card.AttackCard;
import org.palimpsest.engine.card.Catalogue;

class SettingsFormModelTest {
    private final AttackCard relearning = Catalogue.attack("relearning").orElseThrow();
    private final Undo undo = new Undo();
    private final SettingsFormModel form = new SettingsFormModel(relearning, Map.of("samples", 4), undo::perform);

    @Test
    void hasAFieldForEverySettingOfTheCard() {
        assertThat(form.fields())
                .extracting(field -> field.parameter().name())
                .containsExactly("samples", "steps", "learningRate", "batch", "every");
    }

    @Test
    void beginsWithWhatIsGivenAndDefaultsOtherwise() {
        assertThat(form.values().get()).containsEntry("samples", 4).containsEntry("learningRate", 1e-4);
    }

    @Test
    void namesOnlyWhatDiffersFromTheDefaults() {
        assertThat(form.differing()).containsExactly(Map.entry("samples", 4));
    }

    @Test
    void saysAtTheFieldWhatIsWrongWithANumberOutsideItsRange() {
        form.field("samples").text().set("0");
        assertThat(form.field("samples").problem().get()).isEqualTo("This must be 1 to 100000, but is 0.");
    }

    @Test
    void isNotValidWhileAFieldHasAProblem() {
        form.field("samples").text().set("four");
        assertThat(form.valid().get()).isFalse();
    }

    @Test
    void keepsTheLastGoodValuesWhileAFieldHasAProblem() {
        form.field("samples").text().set("4.5");
        assertThat(form.values().get()).containsEntry("samples", 4);
    }

    @Test
    void takesTypingAsOneEdit() {
        form.field("steps").text().set("1");
        form.field("steps").text().set("12");
        form.field("steps").commit();
        undo.undo();
        assertThat(form.field("steps").text().get()).isEqualTo("40");
    }

    @Test
    void resetsAFieldUndoably() {
        form.field("samples").reset();
        assertThat(form.field("samples").value()).isEqualTo(20);
        undo.undo();
        assertThat(form.field("samples").value()).isEqualTo(4);
    }

    @Test
    void resetsEverythingAsOneEdit() {
        form.field("steps").text().set("8");
        form.field("steps").commit();
        form.reset();
        assertThat(form.differing()).isEmpty();
        undo.undo();
        assertThat(form.differing()).containsOnlyKeys("samples", "steps");
    }

    @Test
    void showsAProblemFoundElsewhereUntilTheTextChanges() {
        form.field("samples").complain("The forget set has 3 rows.");
        assertThat(form.valid().get()).isFalse();
        form.field("samples").text().set("3");
        assertThat(form.valid().get()).isTrue();
    }

    @Test
    void aCardThatNeedsAFlagIsNotContentWithAllOff() {
        SettingsFormModel form =
                SettingsFormModel.of(Catalogue.attack("quantisation").orElseThrow());
        for (String flag : List.of("int8", "int4", "nf4")) {
            assertThat(form.valid().get()).isTrue();
            form.field(flag).text().set("false");
        }
        assertThat(form.valid().get()).isFalse();
        assertThat(form.field("int8").remark().get()).contains("int8, int4, nf4");
        form.field("nf4").text().set("true");
        assertThat(form.valid().get()).isTrue();
        assertThat(form.field("int8").remark().get()).isEmpty();
    }
}
