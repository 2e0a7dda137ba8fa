package org.palimpsest.app.compare.curves;

import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.javafx.FontIcon;
import org.palimpsest.app.compare.table.ComparePicture;
import org.palimpsest.app.compare.table.ScoreWords;
import org.palimpsest.app.text.ChoiceText;
import org.palimpsest.app.text.Messages;
import org.palimpsest.app.workbench.Tasks;
import org.palimpsest.app.worker.RunEntry;
import org.palimpsest.app.worker.log.RunCurves;
import org.palimpsest.app.worker.log.SeriesKey;
import org.palimpsest.engine.event.Subject;

/** Curves of the runs compared: which series, and in which of three ways. Logs are read behind the window, one request at a time. */
public final class CurvesPane implements ComparePicture {
    /** More curves than this cannot be told apart, and would take long to draw. */
    private static final int LIMIT = 200;

    private static final SeriesKey USUAL = new SeriesKey("answer-probability", "forget.probability", Subject.UNLEARNED);

    private final Tasks tasks;
    private final Messages words;
    private final ScoreWords names;
    private final CurveStore store;
    private final ComboBox<SeriesKey> series = new ComboBox<>();
    private final Label said = new Label();
    private final Map<CurveMode, CurveDisplay> displays = new EnumMap<>(CurveMode.class);
    private final BorderPane view = new BorderPane();
    private CurveMode mode = CurveMode.OVERLAY;
    private List<RunEntry> runs = List.of();
    private boolean reading;
    private boolean again;
    private boolean filling;

    /** @param curves gives the curves of a run that is looked at for the first time, read already or not */
    public CurvesPane(Tasks tasks, Function<RunEntry, RunCurves> curves, Messages words, ScoreWords names) {
        this.tasks = tasks;
        this.store = new CurveStore(curves);
        this.words = words;
        this.names = names;
        series.setId("compare-series");
        series.setAccessibleText(words.get("curves.series"));
        series.setConverter(ChoiceText.of(key -> names.series(key.series())));
        series.valueProperty().addListener((value, before, now) -> {
            if (!filling) {
                read();
            }
        });
        said.getStyleClass().add("muted");
        said.setId("curves-said");
        FlowPane bar = new FlowPane(modes(), series, said);
        bar.getStyleClass().add("filter-bar");
        view.setTop(bar);
        view.getStyleClass().add("picture");
        turn(CurveMode.OVERLAY);
    }

    private HBox modes() {
        HBox box = new HBox();
        ToggleGroup group = new ToggleGroup();
        for (CurveMode each : CurveMode.values()) {
            ToggleButton button = new ToggleButton(words.get("curves." + each), new FontIcon(each.icon()));
            button.setId("curves-" + each.name().toLowerCase(Locale.ROOT));
            button.setToggleGroup(group);
            button.setSelected(each == mode);
            button.getStyleClass()
                    .add(each.ordinal() == 0 ? "left-pill" : each.ordinal() == 2 ? "right-pill" : "center-pill");
            button.setOnAction(event -> {
                button.setSelected(true);
                turn(each);
                read();
            });
            box.getChildren().add(button);
        }
        return box;
    }

    private void turn(CurveMode newMode) {
        mode = newMode;
        CurveDisplay display = displays.computeIfAbsent(newMode, any -> switch (any) {
            case OVERLAY -> new Overlay(words);
            case MULTIPLES -> new Multiples(words);
            case DIFFERENCE -> new AMinusB(words);
        });
        view.setCenter(display.view());
    }

    @Override
    public Region view() {
        return view;
    }

    @Override
    public void show(List<RunEntry> newRuns) {
        runs = newRuns.size() > LIMIT ? List.copyOf(newRuns.subList(0, LIMIT)) : newRuns;
        said.setText(newRuns.size() > LIMIT ? words.get("curves.limit", LIMIT, newRuns.size()) : "");
        read();
    }

    private void read() {
        if (reading) {
            again = true;
            return;
        }
        reading = true;
        again = false;
        SeriesKey wanted = series.getValue() == null ? USUAL : series.getValue();
        List<RunEntry> of = runs;
        tasks.compute(
                () -> store.read(of, wanted),
                found -> {
                    reading = false;
                    take(found);
                },
                failure -> {
                    reading = false;
                    said.setText(words.get("curves.failed", String.valueOf(failure.getMessage())));
                });
    }

    private void take(CurveStore.Found found) {
        filling = true;
        if (!series.getItems().equals(found.keys())) {
            SeriesKey chosen = usual(found.keys(), series.getValue());
            series.getItems().setAll(found.keys());
            series.setValue(chosen);
        }
        filling = false;
        SeriesKey chosen = series.getValue();
        if (again || !found.wanted().equals(chosen)) {
            read();
        }
        if (found.wanted().equals(chosen)) {
            displays.get(mode).show(names.series(found.wanted().series()), found);
        }
    }

    /** What is shown of what there is: as before if it is still there. */
    private static SeriesKey usual(List<SeriesKey> keys, SeriesKey before) {
        if (before != null && keys.contains(before)) {
            return before;
        }
        return keys.contains(USUAL) || keys.isEmpty() ? USUAL : keys.get(0);
    }
}
