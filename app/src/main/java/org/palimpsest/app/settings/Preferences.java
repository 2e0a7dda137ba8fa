package org.palimpsest.app.settings;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a person prefers. Absent parts take their defaults, so no component is ever null.
 *
 * @param language a language tag ({@code en}, {@code de}); empty follows the system
 * @param textPercent size of all text, 100 being the platform's
 * @param reducedMotion no animation
 * @param threads of each worker; 0 leaves one core to the window
 * @param device where workers compute ({@code cpu}, {@code cuda})
 * @param workspace folder of runs; empty takes the default below the home folder
 * @param dataFolders folders looked into for models and data
 * @param layout sizes and choices of the window and its places, by name
 */
public record Preferences(
        String language,
        Theme theme,
        Integer textPercent,
        Boolean reducedMotion,
        Integer threads,
        String device,
        String workspace,
        List<String> dataFolders,
        Map<String, String> layout) {

    /** The colours of the window. */
    public enum Theme {
        SYSTEM,
        LIGHT,
        DARK,
        CONTRAST
    }

    public static final Preferences DEFAULT = new Preferences(null, null, null, null, null, null, null, null, null);

    public Preferences {
        language = language == null ? "" : language;
        theme = theme == null ? Theme.SYSTEM : theme;
        textPercent = textPercent == null ? 100 : Math.max(75, Math.min(300, textPercent));
        reducedMotion = reducedMotion != null && reducedMotion;
        threads = threads == null ? 0 : Math.max(0, threads);
        device = device == null ? "cpu" : device;
        workspace = workspace == null ? "" : workspace;
        dataFolders = dataFolders == null ? List.of() : List.copyOf(dataFolders);
        layout = layout == null ? Map.of() : Map.copyOf(layout);
    }

    /** Threads of a worker beside the window: what is preferred, otherwise one core less than there are. */
    public int workerThreads() {
        return threads > 0 ? threads : Math.max(1, Runtime.getRuntime().availableProcessors() - 1);
    }

    public Preferences withLanguage(String other) {
        return new Preferences(
                other, theme, textPercent, reducedMotion, threads, device, workspace, dataFolders, layout);
    }

    public Preferences withTheme(Theme other) {
        return new Preferences(
                language, other, textPercent, reducedMotion, threads, device, workspace, dataFolders, layout);
    }

    public Preferences withTextPercent(int other) {
        return new Preferences(language, theme, other, reducedMotion, threads, device, workspace, dataFolders, layout);
    }

    public Preferences withReducedMotion(boolean other) {
        return new Preferences(language, theme, textPercent, other, threads, device, workspace, dataFolders, layout);
    }

    public Preferences withThreads(int other) {
        return new Preferences(
                language, theme, textPercent, reducedMotion, other, device, workspace, dataFolders, layout);
    }

    public Preferences withDevice(String other) {
        return new Preferences(
                language, theme, textPercent, reducedMotion, threads, other, workspace, dataFolders, layout);
    }

    public Preferences withWorkspace(String other) {
        return new Preferences(
                language, theme, textPercent, reducedMotion, threads, device, other, dataFolders, layout);
    }

    public Preferences withDataFolders(List<String> others) {
        return new Preferences(language, theme, textPercent, reducedMotion, threads, device, workspace, others, layout);
    }

    /** One size or choice remembered; null forgets it. */
    public Preferences withLayout(String name, String value) {
        Map<String, String> changed = new LinkedHashMap<>(layout);
        if (value == null) {
            changed.remove(name);
        } else {
            changed.put(name, value);
        }
        return new Preferences(
                language, theme, textPercent, reducedMotion, threads, device, workspace, dataFolders, changed);
    }
}
