package org.palimpsest.app.settings;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.function.UnaryOperator;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** Preferences in a file; every change is written at once. Used on the window's thread. */
public final class PreferencesFile {
    private final KeptFile<Preferences> file;
    private final ReadOnlyObjectWrapper<Preferences> value = new ReadOnlyObjectWrapper<>(Preferences.DEFAULT);
    private String problem = "";

    private PreferencesFile(Path file) {
        this.file = KeptFile.of(file, Preferences.class);
    }

    /** The preferences in {@code file}; defaults if it does not exist. A broken file is set aside and {@link #problem} says so. */
    public static PreferencesFile open(Path file) {
        PreferencesFile preferences = new PreferencesFile(file);
        preferences.read();
        return preferences;
    }

    private void read() {
        try {
            file.read().ifPresent(value::set);
        } catch (IOException e) {
            problem = e.getMessage();
        }
    }

    public Preferences get() {
        return value.get();
    }

    public ReadOnlyObjectProperty<Preferences> property() {
        return value.getReadOnlyProperty();
    }

    /**
     * Changes the preferences and writes them.
     *
     * @throws UncheckedIOException if the file cannot be written; the change holds all the same
     */
    public void change(UnaryOperator<Preferences> change) {
        Preferences changed = change.apply(value.get());
        if (changed.equals(value.get())) {
            return;
        }
        value.set(changed);
        try {
            file.write(changed);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What was wrong with the file when it was read; empty if nothing was. */
    public String problem() {
        return problem;
    }
}
