package dev.baton.demo.crm;

import dev.baton.demo.crm.SimulatedPhones.Listener;
import dev.baton.demo.crm.SimulatedRecords.SimulatedRecord;
import java.net.URI;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.context.annotation.Profile;
import org.springframework.core.env.Environment;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** The demo's phones: each message is read, and each third is answered. */
@Component
@Profile("demo & connected")
class DemoPhones {
  private static final List<String> ANSWERS =
      List.of("Thanks, that works for me.", "Could we speak a little later?", "STOP");

  private final SimulatedSystem whatsApp;
  private final SimulatedPhones phones;
  private final Set<String> read = ConcurrentHashMap.newKeySet();

  DemoPhones(SimulatedSystem simulatedWhatsApp, Environment settings) {
    this.whatsApp = simulatedWhatsApp;
    String port = settings.getProperty("server.port", "8080");
    this.phones =
        new SimulatedPhones(
            whatsApp,
            new Listener(
                URI.create("http://localhost:%s/whatsapp/webhook".formatted(port)),
                settings.getRequiredProperty("baton.connect.whatsapp.account"),
                settings.getRequiredProperty("baton.connect.whatsapp.client-secret")));
  }

  @Scheduled(fixedDelay = 5_000)
  void read() {
    List<SimulatedRecord> all = whatsApp.records().all(WhatsAppCalls.MESSAGES);
    for (int i = 0; i < all.size(); i++) {
      SimulatedRecord message = all.get(i);
      if (!read.contains(message.id()) && phones.state(message, "read", 0) == 200) {
        read.add(message.id());
        boolean isTemplate = !message.value("template").isEmpty();
        if (isTemplate && i % 3 == 2) {
          String answer = ANSWERS.get(i / 3 % ANSWERS.size());
          phones.write("wamid.reply-" + message.id(), message.value("to"), answer);
        }
      }
    }
  }
}
