package org.palimpsest.app.live.control;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.palimpsest.app.form.NumberText;
import org.palimpsest.app.form.SettingsFormModel;
import org.palimpsest.engine.card.MethodCard;
import org.palimpsest.engine.event.RunCommand;
import org.palimpsest.engine.recipe.MethodChoice;
import org.palimpsest.engine.recipe.Recipe;

/**
 * A fork while it is put together. With the run's own method and settings it goes on exactly, optimiser and all, and may change the
 * learning rate; with another method only the weights are taken over.
 */
public final class ForkModel {
    private final Recipe recipe;
    private final long newest;
    private final long total;
    private final boolean anyStep;
    private final double rate;
    private final List<MethodCard> methods;
    private final ObjectProperty<MethodCard> method = new SimpleObjectProperty<>();
    private final ReadOnlyObjectWrapper<SettingsFormModel> settings = new ReadOnlyObjectWrapper<>();
    private final StringProperty step = new SimpleStringProperty();
    private final StringProperty learningRate = new SimpleStringProperty();

    /**
     * @param methods those that can be chosen
     * @param at step offered first
     * @param newest the last step that was taken
     * @param total steps the run's recipe asks for
     * @param anyStep whether a step can be chosen; a run at work is forked where it stands
     * @param rate peak of the learning rate at present
     */
    public ForkModel(
            Recipe recipe, List<MethodCard> methods, long at, long newest, long total, boolean anyStep, double rate) {
        this.recipe = recipe;
        this.methods = List.copyOf(methods);
        this.newest = newest;
        this.total = total;
        this.anyStep = anyStep;
        this.rate = rate;
        step.set(Long.toString(anyStep ? at : newest));
        learningRate.set(NumberText.of(rate));
        method.addListener((value, before, now) -> settings.set(form(now)));
        method.set(methods.stream()
                .filter(card -> card.id().equals(recipe.method().id()))
                .findFirst()
                .orElse(methods.get(0)));
    }

    private SettingsFormModel form(MethodCard card) {
        return new SettingsFormModel(
                card, own(card) ? recipe.method().settings() : Map.of(), org.palimpsest.app.workbench.Edit::redo);
    }

    private boolean own(MethodCard card) {
        return card.id().equals(recipe.method().id());
    }

    public List<MethodCard> methods() {
        return methods;
    }

    /** The method from there on. */
    public ObjectProperty<MethodCard> method() {
        return method;
    }

    /** The form of that method's settings. */
    public ReadOnlyObjectProperty<SettingsFormModel> settings() {
        return settings.getReadOnlyProperty();
    }

    /** Where the paths part, as it is typed. */
    public StringProperty step() {
        return step;
    }

    /** Peak of the learning rate, as it is typed. */
    public StringProperty learningRate() {
        return learningRate;
    }

    /** Whether a step can be chosen. */
    public boolean anyStep() {
        return anyStep;
    }

    /** The last step that can be chosen. */
    public long newest() {
        return newest;
    }

    /** Whether it goes on exactly, rather than with the weights alone. */
    public boolean exact() {
        return own(method.get());
    }

    /** The step, null if what is typed is none of this run's. */
    public Long stepValue() {
        Double value = NumberText.parse(step.get());
        boolean one = value != null && value == Math.rint(value) && value >= 0 && value <= newest;
        return one ? (Long) value.longValue() : null;
    }

    /** The learning rate, null if what is typed is none. */
    public Double rateValue() {
        Double value = NumberText.parse(learningRate.get());
        return value != null && value > 0 && value <= 1 ? value : null;
    }

    /** Whether the fork would have no step to take: the same method from the run's last step on. */
    public boolean nothingLeft() {
        return exact() && stepValue() != null && stepValue() >= total;
    }

    /** Whether it can be done as it stands. */
    public boolean valid() {
        return !nothingLeft()
                && stepValue() != null
                && rateValue() != null
                && settings.get().valid().get();
    }

    /** The command, into this folder. Settings are named only if they were changed or the method was. */
    public RunCommand.Fork command(String folder) {
        Map<String, Object> values = new LinkedHashMap<>(settings.get().values().get());
        boolean sameSettings =
                exact() && values.equals(form(method.get()).values().get());
        Double changed = rateValue() == null || rateValue() == rate ? null : rateValue();
        return new RunCommand.Fork(
                folder, exact() ? null : method.get().id(), sameSettings ? Map.of() : values, changed);
    }

    /** The recipe of the run that comes of it. */
    public Recipe recipe() {
        Recipe forked = recipe.withName(recipe.name() + " forked at " + stepValue())
                .withMethod(new MethodChoice(
                        method.get().id(),
                        settings.get().values().get(),
                        recipe.method().wrap()));
        return forked.withTraining(forked.training().withLearningRate(rateValue()));
    }
}
