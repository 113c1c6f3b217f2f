package org.truce.record;

import java.util.Optional;

/**
 * What a patrol was sent to do, and what it could tell.
 *
 * @param tasked where it was to go and what to look at
 * @param seen what it saw
 * @param notSeen what it was sent to see and did not
 */
public record Patrol(
        PatrolOutcome outcome,
        Optional<Guarded> tasked,
        Optional<Guarded> seen,
        Optional<Guarded> notSeen) {}
