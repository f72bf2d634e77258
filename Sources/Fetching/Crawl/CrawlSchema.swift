/// The tables of the crawl's state. Times are whole seconds since 1970.
enum CrawlSchema {
    static let version = 1

    static let statements = [
        """
        CREATE TABLE host (
          id INTEGER PRIMARY KEY,
          origin TEXT NOT NULL UNIQUE,
          robots_status INTEGER, robots BLOB, robots_at INTEGER
        )
        """,
        """
        CREATE TABLE source (
          id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE,
          pages INTEGER NOT NULL DEFAULT 0, listings INTEGER NOT NULL DEFAULT 0
        )
        """,
        // A list of URLs that was read to its end, and what it was then.
        """
        CREATE TABLE list (
          source INTEGER NOT NULL, path TEXT NOT NULL, stamp TEXT NOT NULL, PRIMARY KEY (source, path)
        )
        """,
        // What is known of each URL, the queue included: a URL waits while it is due.
        """
        CREATE TABLE url (
          id INTEGER PRIMARY KEY,
          key TEXT NOT NULL,
          url TEXT NOT NULL,
          host INTEGER NOT NULL,
          source INTEGER NOT NULL,
          kind INTEGER NOT NULL,
          depth INTEGER NOT NULL DEFAULT 0,
          due INTEGER,
          interval INTEGER NOT NULL DEFAULT 0,
          asked INTEGER, status INTEGER, reason TEXT, detail TEXT, quarantined INTEGER NOT NULL DEFAULT 0,
          etag TEXT, last_modified TEXT, digest TEXT, noarchive INTEGER NOT NULL DEFAULT 0,
          page_url TEXT, fetched INTEGER,
          file INTEGER, offset INTEGER, length INTEGER, sha256 TEXT, record TEXT
        )
        """,
        "CREATE UNIQUE INDEX url_key ON url (key)",
        "CREATE INDEX url_due ON url (kind, host, due) WHERE due IS NOT NULL",
        // How much of each WARC file is known to be whole.
        "CREATE TABLE archive (file INTEGER PRIMARY KEY, length INTEGER NOT NULL)",
    ]
}
