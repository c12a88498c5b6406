package dev.baton.demo;

import java.time.Instant;

/**
 * One lead of the story.
 *
 * @param moment when its journey comes to a head
 * @param campaign null for sources that have none
 */
record Plot(
    Fate fate, Prospect prospect, Journey journey, Instant moment, String source, String campaign) {

  boolean isOutbound() {
    return fate.mood() == Journey.Mood.IS_CALLED;
  }
}
