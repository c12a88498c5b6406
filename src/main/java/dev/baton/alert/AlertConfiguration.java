package dev.baton.alert;

import dev.baton.alert.delivery.ChannelFailures;
import dev.baton.alert.delivery.ChannelThreads;
import dev.baton.alert.delivery.DeliveryRoute;
import dev.baton.alert.delivery.DeliveryWorker;
import dev.baton.alert.delivery.Digests;
import dev.baton.alert.delivery.MessageRenderer;
import dev.baton.alert.delivery.NoticeQueue;
import dev.baton.alert.delivery.QuietHours;
import dev.baton.alert.delivery.StaffDelivery;
import dev.baton.alert.message.Channels;
import dev.baton.alert.message.Recipients;
import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Configuration of delivery: one worker a channel, so that none waits for another's peer. */
@Configuration
@EnableScheduling
class AlertConfiguration {
  /** How staff is told, over each channel that there is. */
  @Bean
  List<StaffDelivery> staffDeliveries(
      Channels channels,
      NoticeQueue queue,
      Recipients recipients,
      QuietHours quietHours,
      Digests digests,
      MessageRenderer renderer,
      Clock clock) {
    return channels.messengers().stream()
        .map(
            messenger ->
                new StaffDelivery(
                    messenger, queue, recipients, quietHours, digests, renderer, clock))
        .toList();
  }

  @Bean
  SmartInitializingSingleton deliveryWorkers(
      ChannelThreads threads,
      List<StaffDelivery> staff,
      List<DeliveryRoute> others,
      NoticeQueue queue,
      ChannelFailures failures,
      PlatformTransactionManager transactions,
      Clock clock) {
    TransactionTemplate transaction = new TransactionTemplate(transactions);
    return () ->
        Stream.concat(staff.stream(), others.stream())
            .map(route -> new DeliveryWorker(route, queue, failures, transaction, clock))
            .forEach(worker -> threads.add(worker.channel(), worker::drain));
  }
}
