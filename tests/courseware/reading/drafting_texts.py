"""Paragraphs for pages of the drafting tests, in our own words; all places, bodies and persons in them are invented."""

FERRY = (
    "The ferry at Lower Sample carried goods across the lake for sixty years before the bridge was opened.",
    "Its crew of nine knew every trader by name, and the customs office was a wooden hut with one desk and one stamp. "
    "On market days the queue reached the church, and nobody seemed to mind the wait as long as the weather was dry.",
    "The bridge changed the trade more than anybody had planned. Lorries from the south now pass at night, and the "
    "small traders have moved to a covered hall beside the new post, where they pay by card and leave within minutes.",
    "The hut is a museum today. Pupils of the village school look after it and keep a book in which former passengers "
    "write what they remember, from the first fridge that came over to the winter in which the lake froze.",
)
RECORDS = (
    "Five services have agreed to keep their records on lost property in the same form from next spring.",
    "The form has three parts: a description of the thing, the place where it was found, and the name of the officer "
    "who took it in. A joint working group tested it at two posts for six months and changed it twice.",
    "The first test failed because the lists of colours did not match. What one service called brown was red for "
    "another, so that a suitcase could be found at one desk and stay lost at the next.",
    "Travellers should get an answer within three days, the group argues, and in my view that is the part of the plan "
    "that matters most. A form is only paper until somebody has to answer a letter about it.",
)
TRAINING = (
    "A training centre in Example City has opened its doors to interpreters who work at the border.",
    "The course takes four weeks. Interpreters learn the words that customs officers use every day, practise calm "
    "speech at a noisy counter, and spend a day with the child protection service of the province.",
    "The centre is run by the Northern Institute of Public Service (NIPS) and supported by the UNODC and the OSCE. "
    "Twenty people took part in the first round, and sixteen of them passed the test at its end.",
    "A second round is planned for the autumn. The NIPS will publish its word list, which covers six languages, so "
    "that other centres may use it without asking for leave.",
)
WATER = (
    "Water gauges along the Sample River will send their figures to both banks at the same time.",
    "Until now each bank measured for itself and telephoned the other one in the evening. The figures differed by a "
    "hand's breadth on most days, and every flood began with an argument about whose gauge was right.",
    "The new gauges were paid for by a fund of the two provinces. Engineers of both sides chose the places together, "
    "and a joint team of four people looks after them in turns of one month.",
    "Farmers downstream get a message on their telephones when the river rises faster than ten centimetres an hour. "
    "In the first year it came four times, and three times it was right.",
)
MARKET = (
    "Every second Saturday the two villages of Upper and Lower Sample share one market.",
    "The stalls stand on the old bridge, half of them on each side, and the border runs through the cheese. Visitors "
    "need a day pass, which the mayor's office writes by hand and which costs no more than a loaf of bread.",
    "Some forty stalls were let in the first season and sixty in the second. Bread, honey and tools sell best, and the "
    "band of the fire brigade plays until the first of the two councils complains.",
    "The mayors call the market an experiment. They must decide by winter whether it will go on, and both of them want "
    "to keep it, although for reasons which they prefer to explain in two different newspapers.",
)
MUSEUM = (
    "The Museum of Maps in Example City shows how the borders of the valley were drawn and drawn again.",
    "Its oldest sheet is a sketch on birch bark, no larger than a hand, on which a merchant marked wells and "
    "toll gates. "
    "The youngest is a file that no printer can handle, because it has a point for every metre of the line.",
    "Between the two hang three hundred years of colour, error and pride. One map gives a lake to the wrong "
    "country, and "
    "the country kept it for eleven years until somebody went there to fish.",
    "Guides lead groups through the rooms on Sundays. They ask visitors to draw the valley from memory first, and the "
    "drawings are kept, so that the museum now owns four thousand borders that never existed.",
)
RAIL = (
    "The night train between the two capitals runs again after a pause of eight years.",
    "Passengers show their papers in the carriage, while the train is moving, to officers of both services who walk "
    "through it together. That saves ninety minutes at the border station, where the engine used to be changed.",
    "The carriages have power at every seat and a room for families. A ticket costs less than the bus, because both "
    "governments pay a share for three years, after which the line has to live on its own.",
    "Railway workers celebrated the first departure with soup. The driver, who had also driven the last train before "
    "the pause, said that the only new thing on the way was the number of trees.",
)
RU_POST = (
    "Новый пункт пропуска на реке Примерной открылся в начале мая после двух лет переговоров между службами.",
    "Каждый день через него проходят около четырёхсот человек, в основном торговцы с небольшим грузом. Очередь редко "
    "длится больше часа, и путешественники, которые помнят старый паром, говорят об этом с облегчением.",
    "Двенадцать сотрудников работают здесь в три смены. В каждой смене есть человек, который говорит на двух языках, "
    "и общий кабинет позволяет обеим службам смотреть одни и те же бумаги в одно и то же время.",
    "По мнению начальника пункта, следует добавить ещё одну комнату для семей с детьми. Проект уже готов, и деньги на "
    "него, как ожидается, выделят до конца года оба министерства.",
)
RU_COURSE = (
    "Учебный центр в городе Примерске набирает переводчиков, которые будут работать на границе.",
    "Курс длится четыре недели. Слушатели учат слова, которыми пользуются таможенники, упражняются в спокойной речи у "
    "шумной стойки и проводят день в службе защиты детей.",
    "Центр поддерживают ОБСЕ и областная администрация. В первой группе занимались двадцать человек, и шестнадцать из "
    "них сдали экзамен, потому что много упражнялись после занятий.",
    "Вторая группа начнёт учиться осенью. Словарь на шести языках центр обещает опубликовать на своей странице, чтобы "
    "им могли пользоваться и другие.",
)
RU_MARKET = (
    "Две деревни на разных берегах реки провели общую ярмарку на старом мосту.",
    "Прилавки стояли с обеих сторон, и граница проходила между сыром и мёдом. Посетителям нужен был пропуск на один "
    "день, который выписывали от руки и который стоил не дороже буханки хлеба.",
    "В первый сезон на мосту было сорок прилавков, во второй уже шестьдесят. Лучше всего продаются хлеб, мёд и "
    "инструменты, а оркестр пожарной части играет до самого вечера.",
)
