/** Choosing a run and one of its checkpoints: shared by the places that question models. */
package org.palimpsest.app.pick;
