"""What happens after a fact: broker, registry of subscribers, relay, scheduler, replay."""
