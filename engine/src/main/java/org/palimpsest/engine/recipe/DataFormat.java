package org.palimpsest.engine.recipe;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How a file of examples is read. */
public enum DataFormat {
    /** By the file's content, which its name must not contradict. */
    @JsonProperty("auto")
    AUTO,
    /** One array of objects. */
    @JsonProperty("json")
    JSON,
    /** One object a line. */
    @JsonProperty("jsonl")
    JSONL,
    /** Comma-separated with a header line. */
    @JsonProperty("csv")
    CSV,
    @JsonProperty("parquet")
    PARQUET,
    /** One example a line, or documents divided by blank lines. */
    @JsonProperty("text")
    TEXT
}
