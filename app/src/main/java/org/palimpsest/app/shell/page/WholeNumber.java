package org.palimpsest.app.shell.page;

import java.util.function.Supplier;
import javafx.util.StringConverter;

/** Reads whole numbers from 0 on; whatever else is written leaves the number as it was. */
final class WholeNumber extends StringConverter<Integer> {
    private final Supplier<Integer> present;
    private final int most;

    WholeNumber(Supplier<Integer> present, int most) {
        this.present = present;
        this.most = most;
    }

    @Override
    public String toString(Integer number) {
        return number == null ? "" : number.toString();
    }

    @Override
    public Integer fromString(String text) {
        return text.strip().matches("\\d{1,6}") ? Math.min(most, Integer.parseInt(text.strip())) : present.get();
    }
}
