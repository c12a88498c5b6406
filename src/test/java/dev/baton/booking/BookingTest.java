package dev.baton.booking;

import dev.baton.OnH2;

/** Meetings on H2. */
@OnH2
class BookingTest extends BookingJourney {}
