package org.palimpsest.app.compare.curves;

import java.util.List;
import java.util.Objects;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.javafx.FontIcon;
import org.palimpsest.app.chart.curve.CurvePanel;
import org.palimpsest.app.chart.theme.SeriesStyle;
import org.palimpsest.app.text.ChoiceText;
import org.palimpsest.app.text.Messages;
import org.palimpsest.app.worker.log.Column;

/** The difference of two runs, step by step. */
final class AMinusB implements CurveDisplay {
    private final Messages words;
    private final CurvePanel panel;
    private final ComboBox<String> first = box();
    private final ComboBox<String> second = box();
    private final Label said = new Label();
    private final BorderPane view;
    private CurveStore.Found found;
    private String title = "";
    private boolean filling;

    AMinusB(Messages words) {
        this.words = words;
        panel = new CurvePanel("");
        panel.setBottom(null);
        first.setId("difference-a");
        first.setAccessibleText(words.get("difference.a"));
        second.setId("difference-b");
        second.setAccessibleText(words.get("difference.b"));
        Button swap = new Button("", new FontIcon("fth-repeat"));
        swap.setAccessibleText(words.get("difference.swap"));
        swap.setTooltip(new Tooltip(words.get("difference.swap")));
        swap.setOnAction(event -> {
            String a = first.getValue();
            first.setValue(second.getValue());
            second.setValue(a);
        });
        said.setId("difference-said");
        said.getStyleClass().add("muted");
        said.setWrapText(true);
        FlowPane bar = new FlowPane(first, new Label("−"), second, swap, said);
        bar.getStyleClass().add("filter-bar");
        view = new BorderPane(panel);
        view.setTop(bar);
    }

    private String name(String id) {
        return found == null
                ? ""
                : found.taken().stream()
                        .filter(taken -> taken.run().id().equals(id))
                        .map(taken -> taken.run().name())
                        .findFirst()
                        .orElse(id);
    }

    private ComboBox<String> box() {
        ComboBox<String> box = new ComboBox<>();
        box.setConverter(ChoiceText.of(this::name));
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
    public void show(String newTitle, CurveStore.Found newFound) {
        title = newTitle;
        found = newFound;
        List<String> ids = found.taken().stream().map(taken -> taken.run().id()).toList();
        filling = true;
        fill(first, ids, 0);
        fill(second, ids, 1);
        filling = false;
        draw();
    }

    private static void fill(ComboBox<String> box, List<String> ids, int usual) {
        String chosen = box.getValue();
        if (!box.getItems().equals(ids)) {
            box.getItems().setAll(ids);
        }
        box.setValue(ids.contains(chosen) ? chosen : usual < ids.size() ? ids.get(usual) : null);
    }

    private void draw() {
        panel.clear();
        CurveStore.Taken a = taken(first.getValue());
        CurveStore.Taken b = taken(second.getValue());
        if (a == null || b == null) {
            said.setText(words.get("difference.two"));
            panel.titleProperty().set(title);
            return;
        }
        Difference difference = Difference.of(a.values(), b.values());
        Column points = difference.points();
        panel.titleProperty()
                .set(words.get(
                        "difference.title", title, a.run().name(), b.run().name()));
        panel.add(
                "difference",
                words.get("difference.label", a.run().name(), b.run().name()),
                SeriesStyle.NOW,
                CurveStore.Taken.of(a.run(), a.key(), points, a.seconds(), a.tokens())
                        .data());
        panel.reference("zero", words.get("difference.zero"), 0);
        said.setText(
                points.size() == 0
                        ? words.get("difference.none")
                        : points.size() == difference.exact()
                                ? words.get("difference.exact", points.size())
                                : words.get("difference.between", points.size(), difference.exact()));
    }

    private CurveStore.Taken taken(String id) {
        return found == null
                ? null
                : found.taken().stream()
                        .filter(one -> Objects.equals(one.run().id(), id))
                        .findFirst()
                        .orElse(null);
    }
}
