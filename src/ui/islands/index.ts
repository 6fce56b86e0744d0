// Everything the browser runs: Turbo and Kith's islands.
import '@hotwired/turbo'
