package org.palimpsest.app.ask;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.palimpsest.app.text.CommandText;
import org.palimpsest.app.worker.RunAt;
import org.palimpsest.engine.recipe.Models;

/** The command lines that ask the same. */
final class AskCommandText {
    private AskCommandText() {}

    /** A line a model; the run's checkpoint is first written as a model folder beside the run. */
    static String of(RunAt at, Models models, String question) {
        List<String> lines = new ArrayList<>();
        Path run = at.folder().path();
        String out = run + (at.step() == null ? "-model" : "-step-" + at.step());
        List<String> export = new ArrayList<>(List.of("palimpsest", "model", "export", run.toString()));
        if (at.step() != null) {
            export.addAll(List.of("--step", at.step().toString()));
        }
        export.addAll(List.of("--out", out));
        lines.add(CommandText.of(export));
        for (String model : new String[] {models.target(), out, models.reference()}) {
            if (model != null) {
                lines.add(CommandText.of(List.of("palimpsest", "model", "generate", model, "--question", question)));
            }
        }
        return String.join("\n", lines) + "\n";
    }
}
