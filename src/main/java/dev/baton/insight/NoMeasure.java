package dev.baton.insight;

/**
 * What the roll-up counts of noes.
 *
 * @param question that got the no
 */
record NoMeasure(String question, String reason) {
  static String of(String question, String reason) {
    return question + "/" + reason;
  }

  static NoMeasure read(String measure) {
    int slash = measure.indexOf('/');
    return new NoMeasure(measure.substring(0, slash), measure.substring(slash + 1));
  }
}
