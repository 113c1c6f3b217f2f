/**
 * What a language model proposes, checked. Comes in: a text and a model's reply to the question
 * that is put here. Goes out: statements whose every word stands in the text, and a reason for each
 * proposal that was refused. It asks no model itself, believes nothing that a reply says of the
 * text, and takes neither the text nor the reply for an instruction.
 */
@NullMarked
package org.truce.reading.model;

import org.jspecify.annotations.NullMarked;
