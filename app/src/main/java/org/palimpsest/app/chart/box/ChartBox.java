package org.palimpsest.app.chart.box;

import java.util.List;
import javafx.animation.PauseTransition;
import javafx.beans.property.StringProperty;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.util.Duration;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import org.palimpsest.app.chart.export.ChartTable;
import org.palimpsest.app.chart.surface.ChartSurface;
import org.palimpsest.app.chart.surface.Picture;
import org.palimpsest.app.text.Messages;

/**
 * A chart with its title, its tools, its export menu, and its numbers as a table that can be laid over the drawing. JavaFX thread only.
 */
public abstract class ChartBox extends BorderPane {
    private static final String STYLE = "/org/palimpsest/resources/themes/chart.css";
    private static final PseudoClass WRONG = PseudoClass.getPseudoClass("wrong");
    private static final Duration SHORT = Duration.seconds(6);
    /** What went wrong has to be read to its end. */
    private static final Duration LONG = Duration.seconds(20);

    private final Messages words = Messages.of("chart");
    private final Label title = new Label();
    private final HBox header = new HBox();
    private final StackPane middle = new StackPane();
    private final Label said = new Label();
    private final PauseTransition goes = new PauseTransition();
    private final ToggleButton asTable = new ToggleButton();
    private final ChartSurface surface = new ChartSurface(this::picture);

    /**
     * A chart with a title.
     *
     * @param title on screen, in the user's language
     */
    protected ChartBox(String title) {
        getStyleClass().add("chart-box");
        getStylesheets().add(ChartBox.class.getResource(STYLE).toExternalForm());
        this.title.setText(title);
        this.title.setTextOverrun(OverrunStyle.ELLIPSIS);
        this.title.setMaxWidth(Double.MAX_VALUE);
        this.title.getStyleClass().add("chart-title");
        this.title.setLabelFor(surface);
        HBox.setHgrow(this.title, Priority.ALWAYS);
        header.getStyleClass().add("chart-header");
        ExportMenu export = new ExportMenu(this, words);
        asTable.setGraphic(new FontIcon(Feather.LIST));
        asTable.setTooltip(new Tooltip(words.get("table")));
        asTable.setAccessibleText(words.get("table"));
        asTable.selectedProperty().addListener((property, before, now) -> showTable(now));
        header.getChildren().addAll(this.title, asTable, export);
        surface.setAccessibleText(title);
        surface.setAccessibleRoleDescription(words.get("chart"));
        middle.getChildren().add(surface);
        middle.setMinSize(0, 0);
        said.getStyleClass().add("chart-said");
        said.setWrapText(true);
        said.setMouseTransparent(true);
        StackPane.setAlignment(said, Pos.BOTTOM_CENTER);
        goes.setOnFinished(over -> middle.getChildren().remove(said));
        setTop(header);
        setCenter(middle);
    }

    /** The title on screen. */
    public final StringProperty titleProperty() {
        return title.textProperty();
    }

    /** Puts a control in the title's place, for a place in which charts can be exchanged; the title is still spoken and written to files. */
    public final void replaceTitle(Node control) {
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        header.getChildren().remove(title);
        header.getChildren().addAll(0, List.of(control, space));
    }

    /** Puts a tool behind the chart's own. */
    public final void addLastTool(Node tool) {
        header.getChildren().add(tool);
    }

    /** What is to be drawn now. */
    protected abstract Picture picture();

    /** All numbers of the chart, as far as they are shown. */
    public abstract ChartTable table();

    /** The drawing. */
    public final ChartSurface surface() {
        return surface;
    }

    /** The words of this room. */
    protected final Messages words() {
        return words;
    }

    /** Puts a tool beside the title. */
    public final void addTool(Node tool) {
        header.getChildren().add(header.getChildren().indexOf(asTable), tool);
    }

    /** The picture as it would be drawn now, for a file. */
    final Picture pictureNow() {
        return picture();
    }

    /** Says something over the foot of the drawing for a while; a popup would have to be dressed first, for a fifth of a second. */
    final void say(String text, boolean wrong) {
        middle.getChildren().remove(said);
        said.setText(text);
        said.pseudoClassStateChanged(WRONG, wrong);
        middle.getChildren().add(said);
        goes.setDuration(wrong ? LONG : SHORT);
        goes.playFromStart();
    }

    private void showTable(boolean now) {
        if (now) {
            TableFlyover flyover =
                    new TableFlyover(table(), title.getText(), surface, () -> asTable.setSelected(false));
            middle.getChildren().add(flyover);
            flyover.focusTable();
        } else {
            middle.getChildren().removeIf(TableFlyover.class::isInstance);
            surface.requestFocus();
        }
    }
}
