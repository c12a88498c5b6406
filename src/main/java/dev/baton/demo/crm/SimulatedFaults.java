package dev.baton.demo.crm;

import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Faults of a simulated system: which call fails next, and how. */
public final class SimulatedFaults {

  /** How a call fails. */
  public enum Fault {
    /** 429 that says how long to wait. */
    TOO_MANY_WITH_REST,
    /** 429 that doesn't. */
    TOO_MANY,
    INTERNAL_ERROR,
    BAD_GATEWAY,
    /** 200 with an error inside. */
    ERROR_INSIDE,
    /** It is done, and the answer never comes. */
    LOST_ANSWER,
    /** The token is good no longer. */
    EXPIRED_TOKEN,
    /** The token of the settings isn't taken, this once. */
    REFUSED_TOKEN
  }

  private static final List<Fault> AT_RANDOM =
      List.of(
          Fault.INTERNAL_ERROR,
          Fault.BAD_GATEWAY,
          Fault.ERROR_INSIDE,
          Fault.LOST_ANSWER,
          Fault.EXPIRED_TOKEN);

  private final Queue<Fault> next = new ConcurrentLinkedQueue<>();
  private volatile double share;
  private volatile boolean down;
  private final Random random = new Random(7);

  /** The next calls fail so, one after the other. */
  public void next(Fault... faults) {
    next.addAll(List.of(faults));
  }

  /** From now on this share of all calls fails somehow. */
  public void share(double ofCalls) {
    share = ofCalls;
  }

  /** From now on no call is answered well, or each is again. */
  public void down(boolean isDown) {
    down = isDown;
  }

  Optional<Fault> poll() {
    Fault queued = next.poll();
    if (queued != null) {
      return Optional.of(queued);
    }
    if (down) {
      return Optional.of(Fault.BAD_GATEWAY);
    }
    synchronized (random) {
      // who waits half a minute for each would never be done
      return random.nextDouble() >= share
          ? Optional.empty()
          : Optional.of(AT_RANDOM.get(random.nextInt(AT_RANDOM.size())));
    }
  }
}
