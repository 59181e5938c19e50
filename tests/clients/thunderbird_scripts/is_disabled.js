// Whether Thunderbird has switched a calendar off. Given: its name.
return Boolean(named(given[0]).getProperty("disabled"));
