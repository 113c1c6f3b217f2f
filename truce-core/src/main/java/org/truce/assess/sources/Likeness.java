package org.truce.assess.sources;

/**
 * Two origins that say the same more often than their rows explain, so that they count as less than
 * two. Which of them repeats the other, or whether both repeat a third, it does not say; nor that
 * either of them hides anything: two that were at one place say the same as well.
 *
 * @param one the first by name
 * @param probability that one repeats the other, 0.5 to 1
 * @param share of the items of both in which it does, 0 to below 1
 */
public record Likeness(String one, String other, double probability, double share) {}
