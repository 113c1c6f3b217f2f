/**
 * Puts a text to a language model, when somebody has set one up and says yes each time. Comes in: a
 * settings file, a text, a consent that the caller obtained. Goes out: one request to the host that
 * the settings name, a log of it, and what {@link org.truce.reading.model} leaves of the reply. It
 * follows no redirect, keeps no text but in what the reply quotes, and puts nothing into a record.
 */
@NullMarked
package org.truce.app.model;

import org.jspecify.annotations.NullMarked;
