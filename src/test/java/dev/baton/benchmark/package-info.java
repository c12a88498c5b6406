/**
 * What the packaged application costs, beside what it is built on, in the same run: commands of
 * their own, whose results stand in {@code docs/performance.md}. None is part of a check, since
 * seconds are no rule.
 */
package dev.baton.benchmark;
