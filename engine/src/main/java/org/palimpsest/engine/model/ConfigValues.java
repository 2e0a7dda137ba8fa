package org.palimpsest.engine.model;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;

/** What one {@code config.json} says of a decoder, key by key: its own value, or else the architecture's default. */
final class ConfigValues {
    private final ConfigFile file;
    private final ConfigKeys keys;

    ConfigValues(ConfigFile file, Architecture architecture) {
        this.file = file;
        this.keys = ConfigKeys.of(architecture);
    }

    /** @throws ModelException if the file asks for something that the architecture has and this program does not */
    void requireNothingForeign() throws ModelException {
        for (ConfigKeys.Foreign key : keys.refused()) {
            JsonNode value = file.get(key.name());
            if (!value.isMissingNode() && !key.harmless().contains(value.toString())) {
                throw file.refusal("%s is %s, which asks for %s; models of this kind are not supported"
                        .formatted(file.named(key.name()), ConfigFile.shortened(value.toString()), key.meaning()));
            }
        }
    }

    /** @throws ModelException if a key of the architecture has a value of the wrong kind, whether it counts or not */
    void requireKinds() throws ModelException {
        for (ConfigKey key : keys.keys().keySet()) {
            stated(key);
        }
    }

    int integer(ConfigKey key) throws ModelException {
        return optionalInteger(key).orElseThrow(() -> lacking(key));
    }

    Optional<Integer> optionalInteger(ConfigKey key) throws ModelException {
        Optional<JsonNode> stated = stated(key);
        if (stated.isPresent()) {
            return stated.map(JsonNode::intValue);
        }
        return standard(key).map(Integer.class::cast);
    }

    double number(ConfigKey key) throws ModelException {
        return optionalNumber(key).orElseThrow(() -> lacking(key));
    }

    Optional<Double> optionalNumber(ConfigKey key) throws ModelException {
        Optional<JsonNode> stated = stated(key);
        if (stated.isPresent()) {
            return stated.map(JsonNode::doubleValue);
        }
        return standard(key).map(Double.class::cast);
    }

    /** A number above zero, or nothing where there is none. */
    Optional<Double> positive(ConfigKey key) throws ModelException {
        Optional<Double> number = optionalNumber(key);
        if (number.isPresent() && !(number.get() > 0)) {
            throw file.wrong(name(key), "a number above 0", file.get(name(key)));
        }
        return number;
    }

    /** Whether a flag is set; not, where the architecture does not have it. */
    boolean flag(ConfigKey key) throws ModelException {
        return flag(key, false);
    }

    /** The same with the value that holds where the architecture does not have it. */
    boolean flag(ConfigKey key, boolean otherwise) throws ModelException {
        Optional<JsonNode> stated = stated(key);
        if (stated.isPresent()) {
            return stated.get().booleanValue();
        }
        return standard(key).map(Boolean.class::cast).orElse(otherwise);
    }

    String word(ConfigKey key) throws ModelException {
        Optional<JsonNode> stated = stated(key);
        if (stated.isPresent()) {
            return stated.get().textValue();
        }
        return standard(key).map(String.class::cast).orElseThrow(() -> lacking(key));
    }

    /** The list that the file holds; lists have no defaults. */
    Optional<JsonNode> list(ConfigKey key) throws ModelException {
        return stated(key);
    }

    /** What the key is called in this file. */
    String name(ConfigKey key) {
        List<String> names = keys.key(key).orElseThrow().names();
        return names.stream().filter(file::states).findFirst().orElse(names.get(0));
    }

    /** Whether the file itself says something of the key. */
    boolean states(ConfigKey key) throws ModelException {
        return stated(key).isPresent();
    }

    /** The value in the file, if there is one other than null. */
    private Optional<JsonNode> stated(ConfigKey key) throws ModelException {
        Optional<JsonNode> found = Optional.empty();
        String foundName = "";
        for (String name : keys.key(key).map(ConfigKeys.Key::names).orElse(List.of())) {
            if (file.states(name)) {
                JsonNode value = file.get(name, key.kind);
                if (found.isPresent() && !found.get().equals(value)) {
                    throw file.refusal("%s is %s and %s is %s, but they mean the same; remove the wrong one"
                            .formatted(
                                    file.named(foundName),
                                    ConfigFile.shortened(found.get().toString()),
                                    file.named(name),
                                    ConfigFile.shortened(value.toString())));
                }
                found = Optional.of(value);
                foundName = name;
            }
        }
        return found;
    }

    private Optional<Object> standard(ConfigKey key) {
        return keys.key(key)
                .filter(entry -> !entry.nullable() || entry.names().stream().noneMatch(file::has))
                .map(ConfigKeys.Key::standard);
    }

    private ModelException lacking(ConfigKey key) {
        return new ModelException("%s has no %s".formatted(file.file(), file.named(name(key))));
    }
}
