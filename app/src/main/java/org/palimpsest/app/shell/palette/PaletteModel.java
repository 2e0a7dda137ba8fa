package org.palimpsest.app.shell.palette;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.Supplier;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** What was typed, what fits it best, and which line a press of Enter takes. */
public final class PaletteModel {
    private static final int SHOWN = 60;

    private final Supplier<List<PaletteEntry>> source;
    private final StringProperty query = new SimpleStringProperty("");
    private final ObservableList<PaletteEntry> shown = FXCollections.observableArrayList();
    private final ObservableList<PaletteEntry> seen = FXCollections.unmodifiableObservableList(shown);
    private final IntegerProperty chosen = new SimpleIntegerProperty(-1);
    private List<PaletteEntry> all = List.of();

    /** @param source everything there is, asked each time the palette is opened */
    public PaletteModel(Supplier<List<PaletteEntry>> source) {
        this.source = source;
        query.addListener((value, before, now) -> rank());
    }

    private record Ranked(PaletteEntry entry, int score) {}

    /** Begins anew with everything there is now. */
    public void open() {
        all = List.copyOf(source.get());
        query.set("");
        rank();
    }

    /** Takes in what there is now and keeps what was typed. */
    public void refresh() {
        all = List.copyOf(source.get());
        rank();
    }

    private void rank() {
        List<Ranked> fits = new ArrayList<>();
        for (PaletteEntry entry : all) {
            OptionalInt score = FuzzyMatch.score(query.get(), entry.title() + " " + entry.kind());
            score.ifPresent(points -> fits.add(new Ranked(entry, query.get().isBlank() ? 0 : points)));
        }
        // The order of the source stands among equals.
        fits.sort(Comparator.comparingInt(Ranked::score).reversed());
        shown.setAll(fits.stream().limit(SHOWN).map(Ranked::entry).toList());
        chosen.set(shown.isEmpty() ? -1 : 0);
    }

    public StringProperty query() {
        return query;
    }

    /** The best first. */
    public ObservableList<PaletteEntry> shown() {
        return seen;
    }

    /** Place of the chosen line in {@link #shown}; -1 if nothing fits. */
    public IntegerProperty chosen() {
        return chosen;
    }

    /** Moves the choice by some lines, around the ends. */
    public void move(int lines) {
        if (!shown.isEmpty()) {
            chosen.set(Math.floorMod(chosen.get() + lines, shown.size()));
        }
    }

    /** Does what is chosen. */
    public void take() {
        int place = chosen.get();
        if (place >= 0 && place < shown.size()) {
            shown.get(place).action().run();
        }
    }
}
