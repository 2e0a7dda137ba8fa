package org.palimpsest.engine.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PorterStemmerTest {

    @ParameterizedTest
    @CsvSource({
        "skies, sky",
        "dying, die",
        "news, news",
        "innings, inning",
        "outings, outing",
        "cannings, canning",
        "howe, howe",
        "proceed, proceed",
        "exceed, exceed",
        "succeed, succeed"
    })
    void irregularWordsAreKnown(String word, String stem) {
        assertThat(PorterStemmer.stem(word)).isEqualTo(stem);
    }

    @ParameterizedTest
    @CsvSource({
        "enjoy, enjoy",
        "happy, happi",
        "by, by",
        "fly, fli",
        "dies, die",
        "flies, fli",
        "died, die",
        "spied, spi",
        "fully, fulli",
        "hopefully, hope",
        "radically, radic",
        "geology, geolog",
        "theology, theolog",
        "are, are",
        "ice, ice"
    })
    void amendmentsToTheFirstAlgorithmApply(String word, String stem) {
        assertThat(PorterStemmer.stem(word)).isEqualTo(stem);
    }

    @Test
    void stemsOfAThousandWordsAreThoseOfTheNaturalLanguageToolkit() throws IOException {
        List<String> wrong = new ArrayList<>();
        try (InputStream in = PorterStemmerTest.class.getResourceAsStream("stems.tsv")) {
            String table = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            table.lines().forEach(line -> {
                String[] pair = line.split("\t");
                if (!PorterStemmer.stem(pair[0]).equals(pair[1])) {
                    wrong.add(line + " but " + PorterStemmer.stem(pair[0]));
                }
            });
        }
        assertThat(wrong).isEmpty();
    }
}
