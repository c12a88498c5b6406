package dev.baton.handoff.answer;

/**
 * What a touch comes to.
 *
 * @param countsAs {@code contact} if they spoke or replied, {@code attempt} if the rep tried,
 *     {@code neither} if it reached nobody
 * @param meets whether the first touch is done with it
 */
public record TouchVerdict(String countsAs, boolean meets) {}
