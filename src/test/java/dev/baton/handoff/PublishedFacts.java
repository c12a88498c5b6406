package dev.baton.handoff;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.springframework.context.ApplicationListener;
import org.springframework.context.PayloadApplicationEvent;

/** Hears every fact, as the room that learns from them does. */
class PublishedFacts implements ApplicationListener<PayloadApplicationEvent<?>> {
  private final List<Object> heard = new CopyOnWriteArrayList<>();

  @Override
  public void onApplicationEvent(PayloadApplicationEvent<?> event) {
    heard.add(event.getPayload());
  }

  <T> List<T> of(Class<T> type) {
    return heard.stream().filter(type::isInstance).map(type::cast).toList();
  }

  void clear() {
    heard.clear();
  }
}
