package org.palimpsest.sample.models;

/**
 * What training one model took.
 *
 * @param parameters weights of the model
 * @param loss of the last batch, in nats a token
 * @param seconds by the clock
 */
public record TrainedModel(long parameters, long steps, double loss, double seconds) {}
