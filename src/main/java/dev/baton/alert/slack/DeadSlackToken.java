package dev.baton.alert.slack;

import java.io.IOException;

/** Slack takes nothing from us any more: no call's fault, and the next one would hear the same. */
class DeadSlackToken extends IOException {
  DeadSlackToken(String why) {
    super(why);
  }
}
