package org.palimpsest.app.compare.pareto;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Region;
import org.palimpsest.app.chart.pareto.ParetoScatter;
import org.palimpsest.app.chart.theme.SeriesStyle;
import org.palimpsest.app.compare.pareto.Measure.Side;
import org.palimpsest.app.compare.table.ComparePicture;
import org.palimpsest.app.text.ChoiceText;
import org.palimpsest.app.text.Messages;
import org.palimpsest.app.worker.RunEntry;
import org.palimpsest.engine.event.Subject;

/** The trade-off as a picture, with the choice of what each side is measured by. */
public final class ParetoPane implements ComparePicture {
    private static final int NAMED = 8;
    private static final String TARGET = "row.target";
    private static final String REFERENCE = "row.reference";

    private final Messages words;
    private final ComboBox<Measure> forgetting;
    private final ComboBox<Measure> utility;
    private final ComboBox<Measure> robustness;
    private final ParetoScatter scatter;
    private final Label said = new Label();
    private final BorderPane view;
    private final Map<String, RunEntry> drawn = new HashMap<>();
    private List<RunEntry> runs = List.of();
    private TradeOff shown;
    private List<RunEntry> chosen = List.of();
    private boolean filling;

    /** @param picked told of the run that is picked in the picture; null where none is any more */
    public ParetoPane(Messages words, Consumer<RunEntry> picked) {
        this.words = words;
        forgetting = box("forgetting");
        utility = box("utility");
        robustness = box("robustness");
        scatter = new ParetoScatter(words.get("tab.pareto"));
        scatter.setId("compare-pareto");
        scatter.selectedProperty().addListener((value, before, now) -> {
            if (!filling && !isBaseline(now)) {
                picked.accept(now == null ? null : drawn.get(now));
            }
        });
        said.setId("pareto-said");
        said.setWrapText(true);
        FlowPane bar = new FlowPane(
                label("forgetting", forgetting),
                forgetting,
                label("utility", utility),
                utility,
                label("robustness", robustness),
                robustness);
        bar.getStyleClass().add("filter-bar");
        view = new BorderPane(scatter);
        view.setTop(bar);
        view.setBottom(said);
        view.getStyleClass().add("picture");
    }

    private Label label(String side, ComboBox<Measure> box) {
        Label label = new Label(words.get("pareto." + side));
        label.setLabelFor(box);
        label.visibleProperty().bind(box.visibleProperty());
        label.managedProperty().bind(box.visibleProperty());
        return label;
    }

    private ComboBox<Measure> box(String side) {
        ComboBox<Measure> box = new ComboBox<>();
        box.setId("pareto-" + side);
        box.setAccessibleText(words.get("pareto." + side));
        box.setConverter(ChoiceText.of(measure -> words.get("measure." + measure.id())));
        box.managedProperty().bind(box.visibleProperty());
        box.valueProperty().addListener((value, before, now) -> {
            if (!filling) {
                draw();
            }
        });
        return box;
    }

    @Override
    public Region view() {
        return view;
    }

    @Override
    public void show(List<RunEntry> newRuns) {
        runs = newRuns;
        filling = true;
        offer(forgetting, Side.FORGETTING);
        offer(utility, Side.UTILITY);
        offer(robustness, Side.ROBUSTNESS);
        filling = false;
        draw();
    }

    @Override
    public boolean marksChosen() {
        return true;
    }

    @Override
    public void mark(List<RunEntry> newChosen) {
        chosen = newChosen;
        mark();
    }

    private void mark() {
        filling = true;
        scatter.mark(
                chosen.stream().map(RunEntry::id).filter(drawn::containsKey).toList());
        filling = false;
    }

    private static boolean isBaseline(String id) {
        return TARGET.equals(id) || REFERENCE.equals(id);
    }

    private void offer(ComboBox<Measure> box, Side side) {
        List<Measure> offered = Measure.offered(side, runs);
        Measure chosen = box.getValue();
        if (!box.getItems().equals(offered)) {
            box.getItems().setAll(offered);
        }
        box.setValue(offered.contains(chosen) ? chosen : offered.isEmpty() ? null : offered.get(0));
        box.setVisible(!offered.isEmpty());
    }

    private void draw() {
        filling = true;
        drawAll();
        filling = false;
        mark();
    }

    private void drawAll() {
        if (forgetting.getValue() == null || utility.getValue() == null) {
            scatter.clear();
            drawn.clear();
            said.setText(words.get("pareto.nothing"));
            return;
        }
        TradeOff trade = new TradeOff(forgetting.getValue(), utility.getValue(), robustness.getValue());
        if (!trade.equals(shown)) {
            scatter.clear();
            drawn.clear();
            scatter.xLabelProperty()
                    .set(words.get("measure." + trade.forgetting().id()) + " →");
            scatter.yLabelProperty().set(words.get("measure." + trade.utility().id()) + " →");
            shown = trade;
        }
        Map<String, RunEntry> now = runs.stream().collect(Collectors.toMap(RunEntry::id, run -> run));
        drawn.keySet().removeIf(id -> {
            boolean gone = !now.containsKey(id);
            if (gone) {
                scatter.remove(id);
            }
            return gone;
        });
        for (int i = 0; i < runs.size(); i++) {
            place(runs.get(i), i, trade);
        }
        baseline(Subject.TARGET, TARGET, SeriesStyle.TARGET, trade);
        baseline(Subject.REFERENCE, REFERENCE, SeriesStyle.REFERENCE, trade);
        said.setText(sentence(trade.front(runs)));
    }

    /** Draws a run anew if it went on. */
    private void place(RunEntry run, int index, TradeOff trade) {
        if (drawn.get(run.id()) == run) {
            return;
        }
        boolean chosen = run.id().equals(scatter.selectedProperty().get());
        scatter.remove(run.id());
        for (TradeOff.Spot spot : trade.trail(run.digest())) {
            scatter.point(
                    run.id(), run.name(), SeriesStyle.of(index), spot.forgetting(), spot.utility(), spot.robustness());
        }
        drawn.put(run.id(), run);
        if (chosen) {
            scatter.selectedProperty().set(run.id());
        }
    }

    private void baseline(Subject subject, String word, SeriesStyle style, TradeOff trade) {
        scatter.remove(word);
        runs.stream()
                .map(run -> trade.now(run.digest(), subject))
                .filter(TradeOff.Spot::isPlaced)
                .findFirst()
                .ifPresent(spot -> scatter.baseline(word, words.get(word), style, spot.forgetting(), spot.utility()));
    }

    private String sentence(List<RunEntry> front) {
        if (front.size() < 1 || runs.size() < 2) {
            return words.get("pareto.explained");
        }
        String names = front.stream().limit(NAMED).map(RunEntry::name).collect(Collectors.joining(", "));
        return front.size() > NAMED
                ? words.get("pareto.front.more", names, front.size() - NAMED)
                : words.get("pareto.front", names);
    }
}
