package dev.baton.insight.rollup;

import java.nio.ByteBuffer;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Hours, counted in buckets that are 2 % wide, so that a percentile is at most 1 % off; unlike a
 * sample it can be added up and taken back. Below a second there is one bucket, above ten years
 * another.
 */
final class DurationHistogram {
  private static final double SMALLEST = 1.0 / 3600;
  private static final double LOG_WIDTH = Math.log(1.02);
  private static final int BUCKETS = 1_000;

  private final int[] counts = new int[BUCKETS];
  private long size;

  void add(double hours, int weight) {
    add(bucket(hours), weight);
  }

  void add(DurationHistogram other) {
    for (int bucket = 0; bucket < BUCKETS; bucket++) {
      add(bucket, other.counts[bucket]);
    }
  }

  void add(byte[] encoded) {
    ByteBuffer bytes = ByteBuffer.wrap(encoded);
    int bucket = 0;
    while (bytes.hasRemaining()) {
      bucket += read(bytes);
      int folded = read(bytes);
      add(bucket, (folded >>> 1) ^ -(folded & 1));
    }
  }

  private void add(int bucket, int weight) {
    counts[bucket] += weight;
    size += weight;
  }

  /** Between the two nearest of them, as {@code percentile_cont} does it; null without any. */
  @Nullable Double percentile(double share) {
    if (size <= 0) {
      return null;
    }
    double rank = share * (size - 1);
    long below = (long) Math.floor(rank);
    double low = at(below);
    return low + (at(Math.min(below + 1, size - 1)) - low) * (rank - below);
  }

  private double at(long rank) {
    long seen = 0;
    for (int bucket = 0; bucket < BUCKETS; bucket++) {
      seen += counts[bucket];
      if (seen > rank) {
        return bucket == 0 ? 0 : SMALLEST * Math.exp((bucket - 1) * LOG_WIDTH);
      }
    }
    throw new IllegalStateException("There are " + seen + " and not more than " + rank);
  }

  private static int bucket(double hours) {
    if (hours < SMALLEST) {
      return 0;
    }
    return Math.min(BUCKETS - 1, 1 + (int) Math.round(Math.log(hours / SMALLEST) / LOG_WIDTH));
  }

  /** The buckets that are not empty: the gap to the one before, then the count, as varints. */
  byte[] encoded() {
    ByteBuffer bytes = ByteBuffer.allocate(BUCKETS * 7);
    int last = 0;
    for (int bucket = 0; bucket < BUCKETS; bucket++) {
      int count = counts[bucket];
      if (count != 0) {
        write(bytes, bucket - last);
        write(bytes, (count << 1) ^ (count >> 31));
        last = bucket;
      }
    }
    return Arrays.copyOf(bytes.array(), bytes.position());
  }

  private static void write(ByteBuffer bytes, int value) {
    int rest = value;
    while ((rest & ~0x7f) != 0) {
      bytes.put((byte) ((rest & 0x7f) | 0x80));
      rest >>>= 7;
    }
    bytes.put((byte) rest);
  }

  private static int read(ByteBuffer bytes) {
    int value = 0;
    int shift = 0;
    byte next;
    do {
      next = bytes.get();
      value |= (next & 0x7f) << shift;
      shift += 7;
    } while (next < 0);
    return value;
  }
}
