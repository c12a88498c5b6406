package dev.baton.agent;

import dev.baton.agent.draft.DraftWorker;
import dev.baton.agent.proposal.DraftQueue;
import dev.baton.alert.delivery.ChannelThreads;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.context.annotation.Configuration;

/** A thread of its own for drafts: a source or a model that hangs keeps nobody else waiting. */
@Configuration(proxyBeanMethods = false)
class DraftThread implements SmartInitializingSingleton {
  private final ChannelThreads threads;
  private final DraftWorker worker;

  DraftThread(ChannelThreads threads, DraftWorker worker) {
    this.threads = threads;
    this.worker = worker;
  }

  @Override
  public void afterSingletonsInstantiated() {
    threads.add(DraftQueue.WORK, worker::drain);
  }
}
