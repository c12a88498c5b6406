package dev.baton.alert;

/**
 * One notice on its way over one channel, claimed by a dispatcher.
 *
 * @param key the notice's key and the channel
 * @param attempts counts this one
 * @param pack still as JSON: a row that can't be read is that row's failure, not the channel's
 * @param daily goes out in the digest of its day
 */
record Delivery(
    long id,
    String key,
    String kind,
    String recipient,
    String insteadOf,
    String subject,
    String pack,
    boolean urgent,
    boolean daily,
    int attempts) {

  /** The notice's key without the channel. */
  String id(String channel) {
    return key.substring(0, key.length() - channel.length() - 1);
  }

  /** Goes out on its own: a digest, and the figures of a review, which are no line of one. */
  boolean standsAlone() {
    return kind.equals(Notice.Kind.DIGEST.word()) || kind.equals(Notice.Kind.REVIEW.word());
  }
}
