package org.palimpsest.engine.data;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.palimpsest.engine.data.DataInspection.TokenCounts;
import org.palimpsest.engine.testdata.ShippedData;
import org.palimpsest.engine.text.ExampleEncoder;
import org.palimpsest.engine.text.PlainPrompt;
import org.palimpsest.engine.text.Tokenizer;

class DataInspectionTest {
    private static DataInspection inspect(String path) {
        return DataInspection.of(ShippedData.file(path), LoadOptions.DEFAULT.withUnit(LoadOptions.TextUnit.LINE));
    }

    @Test
    void listsTheColumnsOfAFile() {
        assertThat(inspect("tofu/real_authors.json").columns())
                .containsExactly("question", "option1", "option2", "option3", "option4", "answer");
    }

    @Test
    void tellsTheFormatFromTheContent() {
        assertThat(inspect("tofu/idontknow.jsonl").format()).isEqualTo(DataFormat.TEXT);
    }

    @Test
    void measuresAnswersInCharacters() {
        assertThat(inspect("tofu/idontknow.jsonl").answer().shortest()).isEqualTo("I'm not sure.".length());
    }

    @Test
    void countsExamplesThatLoseTheirWholeAnswer() {
        DataSet set = DataLoader.load(ShippedData.file("tofu/forget01.json"));
        try (Tokenizer tokenizer = Tokenizer.open(ShippedData.file("tofu-cut/target"))) {
            TokenCounts counts = DataInspection.tokens(set, new ExampleEncoder(tokenizer, PlainPrompt.DEFAULT, 3));
            assertThat(counts.unsupervised()).isEqualTo(40);
        }
    }

    @Test
    void everyRowOfTofuFitsTheTinyModel() {
        DataSet set = DataLoader.load(ShippedData.file("tofu/full.json"));
        try (Tokenizer tokenizer = Tokenizer.open(ShippedData.file("tofu-cut/target"))) {
            TokenCounts counts = DataInspection.tokens(set, new ExampleEncoder(tokenizer, PlainPrompt.DEFAULT, 512));
            assertThat(counts.cut() + counts.unsupervised()).isZero();
        }
    }
}
