package dev.baton.alert.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class ChannelThreadsTest {
  private final CountDownLatch end = new CountDownLatch(1);

  @Test
  void a_channel_whose_peer_answers_goes_on_while_all_others_hang() throws InterruptedException {
    ChannelThreads threads = new ChannelThreads();
    CountDownLatch rounds = new CountDownLatch(2);
    for (int hanging = 0; hanging < 8; hanging++) {
      threads.add(this::hang);
    }
    threads.add(rounds::countDown);
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

  private void hang() {
    try {
      end.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
