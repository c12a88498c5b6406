package dev.baton.alert.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class ChannelThreadsTest {
  private final CountDownLatch end = new CountDownLatch(1);

  @Test
  void a_channel_whose_peer_answers_goes_on_while_all_others_hang() throws InterruptedException {
    ChannelThreads threads = new ChannelThreads();
    CountDownLatch rounds = new CountDownLatch(2);
    for (int hanging = 0; hanging < 8; hanging++) {
      threads.add("hanging " + hanging, this::hang);
    }
    threads.add(
        "answering",
        () -> {
          rounds.countDown();
          return true;
        });
    threads.start();
    try {
      assertThat(rounds.await(20, TimeUnit.SECONDS)).isTrue();
    } finally {
      end.countDown();
      threads.stop();
    }
  }

  @Test
  void work_that_fails_is_done_again() throws InterruptedException {
    ChannelThreads threads = new ChannelThreads();
    CountDownLatch rounds = new CountDownLatch(2);
    threads.add(
        "failing",
        () -> {
          rounds.countDown();
          throw new IllegalStateException("today is no good day");
        });
    threads.start();
    try {
      assertThat(rounds.await(20, TimeUnit.SECONDS)).isTrue();
    } finally {
      threads.stop();
    }
  }

  @Test
  void work_for_which_the_memory_did_not_suffice_is_done_again() throws InterruptedException {
    ChannelThreads threads = new ChannelThreads();
    CountDownLatch rounds = new CountDownLatch(2);
    threads.add(
        "greedy",
        () -> {
          rounds.countDown();
          throw new OutOfMemoryError("as if");
        });
    threads.start();
    try {
      assertThat(rounds.await(20, TimeUnit.SECONDS)).isTrue();
    } finally {
      threads.stop();
    }
  }

  @Test
  void what_was_recorded_wakes_its_own_worker_and_no_other() throws InterruptedException {
    ChannelThreads threads = new ChannelThreads();
    Semaphore mail = new Semaphore(0);
    AtomicInteger slack = new AtomicInteger();
    threads.add("email", () -> told(mail));
    threads.add(
        "slack",
        () -> {
          slack.incrementAndGet();
          return false;
        });
    threads.start();
    try {
      assertThat(mail.tryAcquire(20, TimeUnit.SECONDS)).isTrue();
      int looks = 50;
      for (int look = 0; look < looks; look++) {
        threads.on(new DeliveryDue("email"));
        assertThat(mail.tryAcquire(20, TimeUnit.SECONDS)).isTrue();
      }
      assertThat(slack).hasValueLessThan(looks);
    } finally {
      threads.stop();
    }
  }

  private static boolean told(Semaphore rounds) {
    rounds.release();
    return false;
  }

  private boolean hang() {
    try {
      end.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return false;
  }
}
