package org.palimpsest.app.shell.picture;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Consumer;
import javafx.animation.PauseTransition;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.image.WritableImage;
import javafx.scene.robot.Robot;
import javafx.stage.Stage;
import javafx.util.Duration;
import javax.imageio.ImageIO;
import org.palimpsest.app.workbench.Workbench;

/** Takes one picture after the other off the screen, giving each place time to read and draw. */
final class Photographer {
    private static final Duration TO_READ = Duration.seconds(8);
    private static final Duration TO_DRAW = Duration.seconds(2);

    private final Stage stage;
    private final Workbench workbench;
    private final Scenes scenes;
    private final Path folder;
    private final Deque<Shot> left = new ArrayDeque<>(Shot.all());
    private final Consumer<Path> taken;
    private final Runnable done;

    /**
     * @param taken told of every picture
     * @param done told when none is left
     */
    Photographer(Stage stage, Workbench workbench, Path folder, Consumer<Path> taken, Runnable done) {
        this.stage = stage;
        this.workbench = workbench;
        this.scenes = new Scenes(workbench, stage.getScene());
        this.folder = folder;
        this.taken = taken;
        this.done = done;
    }

    /** Takes the next picture, or ends. */
    void next() {
        Shot shot = left.poll();
        if (shot == null) {
            done.run();
            return;
        }
        workbench.preferences().change(now -> now.withTheme(shot.theme()));
        stage.setX(0);
        stage.setY(0);
        stage.setWidth(shot.width());
        stage.setHeight(shot.height());
        scenes.set(shot.place());
        after(TO_READ, () -> wait(shot));
    }

    private void wait(Shot shot) {
        if (workbench.tasks().running().isEmpty()) {
            after(TO_DRAW, () -> take(shot));
        } else {
            after(TO_DRAW, () -> wait(shot));
        }
    }

    private void take(Shot shot) {
        WritableImage image = new Robot()
                .getScreenCapture(
                        null,
                        stage.getX(),
                        stage.getY(),
                        stage.getScene().getWidth(),
                        stage.getScene().getHeight());
        Path file = folder.resolve(shot.file());
        try {
            Files.createDirectories(folder);
            ImageIO.write(SwingFXUtils.fromFXImage(image, null), "png", file.toFile());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(file + " cannot be written", e);
        }
        taken.accept(file);
        next();
    }

    private static void after(Duration time, Runnable what) {
        PauseTransition pause = new PauseTransition(time);
        pause.setOnFinished(event -> what.run());
        pause.play();
    }
}
