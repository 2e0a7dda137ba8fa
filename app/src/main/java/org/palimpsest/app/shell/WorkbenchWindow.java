package org.palimpsest.app.shell;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.application.Platform;
import javafx.geometry.Pos;
import javafx.geometry.Rectangle2D;
import javafx.scene.Scene;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.stage.Screen;
import javafx.stage.Stage;
import org.palimpsest.app.shell.page.AboutPage;
import org.palimpsest.app.shell.page.DoctorPage;
import org.palimpsest.app.shell.page.KeysPage;
import org.palimpsest.app.shell.page.PageId;
import org.palimpsest.app.shell.page.PreferencesPage;
import org.palimpsest.app.shell.palette.PaletteModel;
import org.palimpsest.app.shell.palette.PaletteView;
import org.palimpsest.app.shell.status.Activity;
import org.palimpsest.app.shell.status.StatusLine;
import org.palimpsest.app.shell.status.Workers;
import org.palimpsest.app.text.Messages;
import org.palimpsest.app.workbench.Command;
import org.palimpsest.app.workbench.Place;
import org.palimpsest.app.workbench.PlaceId;
import org.palimpsest.app.workbench.Workbench;
import org.palimpsest.engine.event.RunFolder;

/** The one window. */
public final class WorkbenchWindow {
    private static final double WIDTH = 1280;
    private static final double HEIGHT = 800;

    private final Messages words = Messages.of("shell");
    private final Workbench workbench;
    private final Places places;
    private final Middle middle;
    private final WindowCommands own;
    private final CommandBook commands = new CommandBook();
    private final ThingsAtHand things;
    private final PaletteView palette;
    private final Workers workers;
    private final StatusLine status;
    private final Activity activity;
    private final Leaving leaving;
    private final LayoutMemory layout;
    private final Themes themes;
    private final Scene scene;
    private Runnable openAgain = () -> {};
    private Stage stage;
    private boolean left;

    public WorkbenchWindow(Workbench workbench) {
        this.workbench = workbench;
        this.places = new Places(workbench);
        this.layout = new LayoutMemory(workbench.preferences());
        Rail[] rail = new Rail[1];
        this.middle = new Middle(workbench.navigator(), places, this::page, place -> rail[0].mark(place));
        this.things = new ThingsAtHand(workbench);
        this.own = new WindowCommands(workbench, middle);
        this.palette =
                new PaletteView(new PaletteModel(() -> new PaletteSource(workbench, commands, middle, things).all()));
        this.workers = new Workers(workbench.runList().runs(), Platform::runLater);
        this.activity = new Activity(workbench, workers, this::openRun);
        this.status = new StatusLine(workbench, workers, this::openRun, activity::toggle);
        this.leaving = new Leaving(workbench, this::leave);
        Command find =
                Command.of("palette", words.get("command.palette"), this::find).keys("Shortcut+K");
        rail[0] = new Rail(middle::go, find, own.preferences());
        fill(find);
        BorderPane frame = new BorderPane(middle);
        frame.setLeft(rail[0]);
        frame.setBottom(status);
        StackPane over = new StackPane(frame, activity, palette, leaving);
        StackPane.setAlignment(activity, Pos.BOTTOM_LEFT);
        scene = new Scene(over, WIDTH, HEIGHT);
        themes = new Themes(scene, workbench.tasks(), SystemTheme::isDark, middle::letUnseenGo);
        Keys.listen(scene, commands);
        workbench.preferences().property().addListener((value, before, now) -> themes.apply(now));
        themes.apply(workbench.preferences().get());
    }

    private void fill(Command find) {
        Command told = Command.of("activity", words.get("command.activity"), activity::toggle)
                .keys("Shortcut+J");
        commands.add(() -> List.of(find, told));
        commands.add(middle::commands);
        commands.add(own::places);
        commands.add(own::edits);
        commands.add(own::pages);
        commands.add(own::settings);
    }

    private void find() {
        if (palette.isOpen()) {
            palette.close();
        } else {
            palette.open();
            things.look(palette::moreIsKnown);
        }
    }

    private void openRun(RunFolder run) {
        middle.open(PlaceId.LIVE, run);
    }

    private Region page(PageId id) {
        return switch (id) {
            case PREFERENCES -> new PreferencesPage(workbench, () -> openAgain.run());
            case KEYS -> new KeysPage(keys());
            case DOCTOR -> new DoctorPage(workbench);
            case ABOUT -> new AboutPage(workbench.tasks());
        };
    }

    private Map<String, List<Command>> keys() {
        Map<String, List<Command>> groups = new LinkedHashMap<>();
        List<Command> everywhere = new ArrayList<>(commands.all());
        groups.put(words.get("keys.everywhere"), everywhere);
        middle.commandsOfPlaces().forEach((place, own) -> groups.put(words.get("place." + place.key()), own));
        return groups;
    }

    /** The content, for tests and pictures. */
    public Scene scene() {
        return scene;
    }

    /** Everything that can be done now, for tests. */
    public List<Command> commands() {
        return commands.all();
    }

    /** Goes to a place. */
    public void go(PlaceId place) {
        middle.go(place);
    }

    /** Lays a page over the place. */
    public void turn(PageId page) {
        middle.turn(page);
    }

    /** What closes the window and opens it anew, for preferences that hold only then. */
    public void openAgainBy(Runnable how) {
        openAgain = how;
    }

    /** Shows the window where it was last, at the place last seen. */
    public void show(Stage on) {
        stage = on;
        stage.setTitle(words.get("window.title"));
        stage.setScene(scene);
        if (stage.getIcons().isEmpty()) {
            stage.getIcons().addAll(Icons.all());
        }
        stage.setMinWidth(900);
        stage.setMinHeight(600);
        layout.restore(stage);
        stage.setOnCloseRequest(event -> {
            if (!left && leaving.ask()) {
                event.consume();
            }
        });
        stage.focusedProperty().addListener((value, before, now) -> {
            if (now) {
                themes.askSystem();
            }
        });
        stage.show();
        Platform.runLater(this::sizeAgain);
        Platform.runLater(() -> middle.go(layout.place()));
    }

    /** Under some window managers a window comes up in its least size, whatever it was given before it was seen. */
    private void sizeAgain() {
        if (!stage.isShowing() || stage.isMaximized()) {
            return;
        }
        if (layout.remembersBounds()) {
            layout.restore(stage);
        } else if (stage.getWidth() <= stage.getMinWidth()) {
            Rectangle2D screen = Screen.getPrimary().getVisualBounds();
            stage.setWidth(Math.min(WIDTH, screen.getWidth()));
            stage.setHeight(Math.min(HEIGHT, screen.getHeight()));
            stage.centerOnScreen();
        }
    }

    private void leave() {
        left = true;
        stage.close();
    }

    /** Lets every place give back what it holds; the stage may be shown again with another window. */
    public void close() {
        if (stage != null) {
            layout.keep(stage, workbench.navigator().here().get());
        }
        status.close();
        workers.close();
        places.made().forEach(Place::close);
        workbench.runList().close();
        workbench.tasks().close();
        workbench.desk().close();
    }
}
