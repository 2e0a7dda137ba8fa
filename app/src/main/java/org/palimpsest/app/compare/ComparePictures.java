package org.palimpsest.app.compare;

import java.util.function.Consumer;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import org.palimpsest.app.compare.curves.CurvesPane;
import org.palimpsest.app.compare.examples.ExamplesPane;
import org.palimpsest.app.compare.pareto.ParetoPane;
import org.palimpsest.app.compare.recipe.RecipePane;
import org.palimpsest.app.compare.table.ComparePicture;
import org.palimpsest.app.compare.table.ScoreWords;
import org.palimpsest.app.compare.table.TextScale;
import org.palimpsest.app.text.Messages;
import org.palimpsest.app.workbench.Workbench;
import org.palimpsest.app.worker.RunEntry;

/** What is shown of the runs compared, a tab each; only the tab that is seen does any work. */
final class ComparePictures extends TabPane {
    private final CompareModel model;
    private boolean seen;

    /** @param picked told of the run that is picked in a picture; null where none is any more */
    ComparePictures(
            Workbench workbench, CompareModel model, Messages words, ScoreWords names, Consumer<RunEntry> picked) {
        this.model = model;
        setId("compare-pictures");
        setTabClosingPolicy(TabClosingPolicy.UNAVAILABLE);
        add("curves", words, new CurvesPane(workbench.tasks(), workbench.runList()::curves, words, names));
        add("pareto", words, new ParetoPane(words, picked));
        add("examples", words, new ExamplesPane(workbench, words));
        add(
                "recipes",
                words,
                new RecipePane(
                        workbench.tasks(),
                        words,
                        new TextScale(workbench.preferences().property())));
        getSelectionModel().selectedItemProperty().addListener((value, before, now) -> update());
        model.compared().addListener((value, before, now) -> update());
        model.listed().addListener((value, before, now) -> update());
        model.chosen().addListener((value, before, now) -> update());
    }

    private void add(String key, Messages words, ComparePicture picture) {
        Tab tab = new Tab(words.get("tab." + key), picture.view());
        tab.setId("compare-tab-" + key);
        tab.setUserData(picture);
        getTabs().add(tab);
    }

    private void update() {
        if (seen && getSelectionModel().getSelectedItem() != null) {
            ComparePicture picture =
                    (ComparePicture) getSelectionModel().getSelectedItem().getUserData();
            picture.show(
                    picture.marksChosen()
                            ? model.listed().get()
                            : model.compared().get());
            picture.mark(model.chosen().get());
        }
    }

    void shown() {
        seen = true;
        update();
    }

    void hidden() {
        seen = false;
    }

    void close() {
        getTabs().forEach(tab -> ((ComparePicture) tab.getUserData()).close());
    }
}
