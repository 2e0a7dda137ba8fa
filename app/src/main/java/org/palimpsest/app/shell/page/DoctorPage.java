package org.palimpsest.app.shell.page;

import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Collectors;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import org.palimpsest.app.text.Clip;
import org.palimpsest.app.text.Messages;
import org.palimpsest.app.workbench.Tasks;
import org.palimpsest.app.workbench.Workbench;

/** Whether this machine has what the program needs, as {@code palimpsest doctor} finds out. */
public final class DoctorPage extends VBox {
    private final Messages words = Messages.of("shell");
    private final Tasks tasks;
    private final Path log;
    private final Label verdict = new Label();
    private final GridPane findings = PreferencesPage.grid();
    private final Button again = new Button(words.get("doctor.again"), new FontIcon("fth-refresh-cw"));
    private final Button copy = new Button(words.get("doctor.copy"), new FontIcon("fth-copy"));
    private Diagnosis last;

    public DoctorPage(Workbench workbench) {
        this.tasks = workbench.tasks();
        this.log = workbench.workspace().logs().resolve("doctor.log");
        verdict.setId("doctor-verdict");
        verdict.setWrapText(true);
        verdict.getStyleClass().add("title-4");
        again.setId("doctor-again");
        again.setOnAction(event -> look());
        copy.setId("doctor-copy");
        copy.setDisable(true);
        copy.setOnAction(event -> copy());
        HBox buttons = new HBox(again, copy);
        buttons.getStyleClass().add("setting-row");
        getChildren().addAll(verdict, findings, buttons);
        look();
    }

    private void look() {
        again.setDisable(true);
        verdict.setText(words.get("doctor.looking"));
        tasks.compute(() -> Diagnosis.make(log), this::show, failure -> {
            again.setDisable(false);
            verdict.setText(words.get("doctor.failed", failure.getMessage()));
        });
    }

    private void show(Diagnosis diagnosis) {
        last = diagnosis;
        again.setDisable(false);
        copy.setDisable(false);
        verdict.setText(words.get(diagnosis.ready() ? "doctor.ready" : "doctor.missing"));
        findings.getChildren().clear();
        int row = 0;
        for (Diagnosis.Found finding : diagnosis.findings()) {
            String state = finding.state().toLowerCase(Locale.ROOT);
            Label name = new Label(finding.name(), icon(finding));
            name.getStyleClass().add("finding-" + state);
            name.setMinWidth(Region.USE_PREF_SIZE);
            name.setAccessibleText(words.get("doctor.state." + state, finding.name()));
            findings.add(name, 0, row);
            findings.add(wrapped(finding.found()), 1, row++);
            if (!finding.advice().isEmpty()) {
                Label advice = wrapped(finding.advice());
                advice.getStyleClass().add("text-muted");
                findings.add(advice, 1, row++);
            }
        }
    }

    private static Label wrapped(String text) {
        Label label = new Label(text);
        label.setWrapText(true);
        return label;
    }

    private static FontIcon icon(Diagnosis.Found finding) {
        return new FontIcon(
                switch (finding.state()) {
                    case "GOOD" -> "fth-check-circle";
                    case "NOTICE" -> "fth-info";
                    default -> "fth-alert-octagon";
                });
    }

    private void copy() {
        Clip.put(last.findings().stream()
                .map(finding -> "%s\t%s\t%s\t%s"
                        .formatted(finding.state(), finding.name(), finding.found(), finding.advice())
                        .strip())
                .collect(Collectors.joining("\n")));
    }
}
