package dev.baton.demo;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.web.context.WebServerApplicationContext;
import org.springframework.context.annotation.Profile;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Says what to try, as soon as it can be tried. */
@Component
@Profile("demo")
class StartUpMessage {
  private static final Logger LOG = LoggerFactory.getLogger(StartUpMessage.class);

  private final DemoClock clock;

  StartUpMessage(DemoClock clock) {
    this.clock = clock;
  }

  @EventListener
  void on(ApplicationReadyEvent ready) {
    if (ready.getApplicationContext() instanceof WebServerApplicationContext web
        && web.getWebServer() != null) {
      String url = "http://localhost:" + web.getWebServer().getPort();
      LOG.info(
          """


          Baton is ready at {}; in the demo it is {}.
          Users: rita, ben, ines, luca, nora, piet (reps), mona (manager), marc (marketing),
                 dora (designer), admin. Everybody's password: demo
          Log in there as rita with a browser and see what waits, in pages or Tasklist; or:

          What waits for rita's review:
            curl -u rita:demo '{}/api/leads?stage=MQL&owner=rita'
          Somebody asks for a demo:
            curl -u marc:demo -H 'Content-Type: application/json' {}/api/signals -d '
              {"type": "demo_requested", "source": "webinar", "lead": {"email": "kim@acme.example",
               "companySize": 120, "industry": "SaaS", "jobTitle": "VP Sales", "country": "DE"}}'
          Where is that lead now, why, and who owes what by when:
            curl -u mona:demo '{}/api/leads?email=kim@acme.example'
            curl -u mona:demo {}/api/leads/LEAD_ID
          Accept it (ids are in the answers above):
            curl -u mona:demo -H 'Content-Type: application/json' \\
              {}/api/handoffs/HANDOFF_ID/review -d '{"decision": "accept"}'
          Let a day go by, and see who was told what:
            curl -u admin:demo -H 'Content-Type: application/json' {}/api/demo/clock -d '{"advance": "PT25H"}'
            curl -u mona:demo {}/api/alerts
          Start afresh: stop it and delete the folder ./data
          """,
          url,
          clock.instant(),
          url,
          url,
          url,
          url,
          url,
          url,
          url);
    }
  }
}
