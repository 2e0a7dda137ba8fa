package org.palimpsest.app.settings;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.function.UnaryOperator;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.palimpsest.engine.event.AtomicFile;

/** Preferences in a file; every change is written at once. Used on the window's thread. */
public final class PreferencesFile {
    private static final JsonMapper JSON = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private final Path file;
    private final ReadOnlyObjectWrapper<Preferences> value = new ReadOnlyObjectWrapper<>(Preferences.DEFAULT);
    private String problem = "";

    private PreferencesFile(Path file) {
        this.file = file;
    }

    /** The preferences in {@code file}; defaults if it does not exist. A broken file is set aside and {@link #problem} says so. */
    public static PreferencesFile open(Path file) {
        PreferencesFile preferences = new PreferencesFile(file);
        if (Files.exists(file)) {
            preferences.read();
        }
        return preferences;
    }

    private void read() {
        try {
            value.set(JSON.readValue(file.toFile(), Preferences.class));
        } catch (IOException e) {
            Path aside = file.resolveSibling(file.getFileName() + ".broken");
            problem = file + ": " + e.getMessage() + " → " + aside;
            try {
                Files.move(file, aside, StandardCopyOption.REPLACE_EXISTING);
            } catch (IOException again) {
                problem = file + ": " + again.getMessage();
            }
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
            Files.createDirectories(file.toAbsolutePath().getParent());
            AtomicFile.writeString(file, JSON.writerWithDefaultPrettyPrinter().writeValueAsString(changed));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What was wrong with the file when it was read; empty if nothing was. */
    public String problem() {
        return problem;
    }
}
