package org.palimpsest.app.tokens;

import java.util.List;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import org.palimpsest.app.text.Messages;

/** An answer with its differences from another marked: what was added is bold and underlined, what is missing struck through. */
public final class DiffText extends TextFlow {
    private final Messages words = Messages.of("tokens");

    public DiffText() {
        getStyleClass().add("diff-text");
    }

    /** Shows {@code now} as it differs from {@code other}; tokens carry their spaces. */
    public void show(List<String> other, List<String> now) {
        List<TokenDiff.Piece> pieces = TokenDiff.of(other, now);
        getChildren().setAll(pieces.stream().map(DiffText::text).toList());
        StringBuilder spoken = new StringBuilder();
        for (TokenDiff.Piece piece : pieces) {
            spoken.append(
                            switch (piece.kind()) {
                                case SAME -> piece.text();
                                case ADDED -> words.get("diff.added", piece.text());
                                case MISSING -> words.get("diff.missing", piece.text());
                            })
                    .append(' ');
        }
        setAccessibleText(spoken.toString());
    }

    /** Shows {@code now} as it differs from {@code other}, word by word. */
    public void show(String other, String now) {
        show(TokenDiff.words(other), TokenDiff.words(now));
    }

    /** Shows a text that is compared with nothing. */
    public void show(String text) {
        show(TokenDiff.words(text), TokenDiff.words(text));
    }

    private static Text text(TokenDiff.Piece piece) {
        Text text = new Text(piece.text());
        text.getStyleClass()
                .addAll(
                        "piece",
                        switch (piece.kind()) {
                            case SAME -> "same";
                            case ADDED -> "added";
                            case MISSING -> "missing";
                        });
        return text;
    }
}
