package org.palimpsest.engine.desk;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.palimpsest.engine.data.DataFormat;
import org.palimpsest.engine.data.DataSurvey;
import org.palimpsest.engine.event.desk.DeskCommand;
import org.palimpsest.engine.event.desk.DeskReply;

/** Says what a file or folder is, or exactly what is wrong with it. */
final class Inspecting {
    private final Question question;

    Inspecting(Question question) {
        this.question = question;
    }

    void inspect(DeskCommand.Inspect asked) throws IOException {
        Path path = Path.of(asked.path()).toAbsolutePath().normalize();
        if (Files.isDirectory(path)) {
            folder(asked.id(), path);
        } else if (Files.exists(path)) {
            file(asked.id(), path);
        } else if (Files.isSymbolicLink(path)) {
            throw new DeskException(
                    "%s is a link to %s, which is not there; correct the link or give the file or folder itself"
                            .formatted(path, Files.readSymbolicLink(path)));
        } else {
            throw new DeskException("there is no file or folder " + path);
        }
    }

    private void folder(long id, Path folder) throws IOException {
        OtherFolder.refuse(folder);
        question.say(ModelReading.of(id, folder));
    }

    private void file(long id, Path file) throws IOException {
        OtherFile.refuse(file);
        DataSurvey data = DataSurvey.of(file);
        question.say(new DeskReply.DataFound(
                id,
                file.toString(),
                words(data.format()),
                data.rows(),
                data.columns(),
                data.fields(),
                data.sample(),
                data.remarks()));
    }

    private static String words(DataFormat format) {
        return switch (format) {
            case JSON_ARRAY -> "JSON";
            case JSON_LINES -> "JSON Lines";
            case CSV -> "CSV";
            case PARQUET -> "Parquet";
            case TEXT -> "text";
        };
    }

    /** Some names of a folder's content, for messages. */
    static String content(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            List<String> names =
                    files.map(file -> file.getFileName().toString()).sorted().toList();
            String shown = names.stream().limit(5).collect(Collectors.joining(", "));
            return names.isEmpty() ? "it is empty" : "it holds " + shown + (names.size() > 5 ? ", …" : "");
        }
    }

    static String ending(Path file) {
        String name = file.getFileName().toString();
        int dot = name.lastIndexOf('.');
        return dot < 0 ? "" : name.substring(dot + 1).toLowerCase(Locale.ROOT);
    }
}
