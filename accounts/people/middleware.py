def language_and_zone(get_response):
    return get_response
